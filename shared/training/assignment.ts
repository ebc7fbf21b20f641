import * as z from 'zod';
import { Day, Id, Instant, line } from '../kernel/scalar';
import { BranchId } from '../people/model';
import { LearnerLine } from './learning';

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
  /** Null while it stands. Carried out by the timer; who has passed keeps what they passed. */
  takenBack: z.object({ reason: z.string().max(200), at: Instant }).nullable(),
});
export type Assignment = z.infer<typeof Assignment>;

/** How somebody stands with a course that was asked of them: the day not over yet (or none), over, passed. */
export const AssignedStanding = z.enum(['open', 'late', 'done']);
export type AssignedStanding = z.infer<typeof AssignedStanding>;

/** A course that was asked of somebody, in HR's list. */
export const AssignedLine = LearnerLine.extend({
  /** Whether who looks may take it back: an assignment of theirs, not passed. */
  mayTakeBack: z.boolean(),
});
export type AssignedLine = z.infer<typeof AssignedLine>;
