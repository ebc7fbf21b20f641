import * as z from 'zod';
import { Day, Id, Instant } from '../kernel/scalar';
import { LeavingKind } from '../offboarding/separation';

const aboutLeaving = { factId: Id, employmentId: Id, personId: Id, at: Instant };

/** 受理: somebody will leave, and when. `reasonId` is the leaver's own choice of the list of reasons. */
export const LeavingAcknowledged = z.strictObject({
  ...aboutLeaving,
  kind: LeavingKind,
  lastDay: Day,
  reasonId: Id.nullable(),
});
export type LeavingAcknowledged = z.infer<typeof LeavingAcknowledged>;

/** Somebody who was going to leave stays. */
export const LeavingWithdrawn = z.strictObject(aboutLeaving);
export type LeavingWithdrawn = z.infer<typeof LeavingWithdrawn>;

/** The last day is over. */
export const EmploymentEnded = z.strictObject({
  ...aboutLeaving,
  kind: LeavingKind,
  relievingDate: Day,
  reasonId: Id.nullable(),
});
export type EmploymentEnded = z.infer<typeof EmploymentEnded>;
