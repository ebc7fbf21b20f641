import * as z from 'zod';
import { Day, Id, Instant, line } from '../kernel/scalar';
import { BranchId } from '../people/model';

/** 指派给谁 */
export const AssignmentAudience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({ kind: z.literal('branch'), branchId: BranchId }),
  z.strictObject({ kind: z.literal('department'), departmentName: line(60) }),
  z.strictObject({ kind: z.literal('position'), position: line(60) }),
  z.strictObject({ kind: z.literal('persons'), personIds: z.array(Id).min(1).max(50) }),
]);
export type AssignmentAudience = z.infer<typeof AssignmentAudience>;

/** 指派: walks over the colleagues until it has reached all, and every night again for those who came since. */
export const Assignment = z.object({
  assignmentId: Id,
  courseIds: z.array(Id).max(20),
  titles: z.array(z.string().max(40)).max(20),
  audience: AssignmentAudience,
  dueOn: Day.nullable(),
  reached: z.int().min(0),
  isWalking: z.boolean(),
  createdAt: Instant,
});
export type Assignment = z.infer<typeof Assignment>;
