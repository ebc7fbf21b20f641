import * as z from 'zod';
import { Id, line, paragraph } from '../kernel/scalar';

export const pathLimits = { stages: 12, courses: 6 } as const;

/** 关卡: some courses, a piece of the company's culture, and what one earns. */
export const Stage = z.strictObject({
  stageId: Id,
  title: line(20),
  culture: paragraph(200, 1),
  badge: line(10),
  courseIds: z.array(Id).min(1).max(pathLimits.courses),
});
export type Stage = z.infer<typeof Stage>;

/** 成长路径: stages in order; one opens when the one before is passed. */
export const Path = z.object({
  pathId: Id,
  title: z.string().max(30),
  story: z.string().max(300),
  branchId: Id.nullable(),
  stages: z.array(Stage).max(pathLimits.stages),
  version: z.int().min(1),
});
export type Path = z.infer<typeof Path>;
