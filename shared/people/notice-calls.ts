import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { Day, Id, Instant, RequestId } from '../kernel/scalar';
import { BranchId, EmploymentStatus } from './model';

const system = ['system'] as const;
const on = { employmentId: Id, at: Instant, requestId: RequestId };
const refusals = ['employment_not_found', 'employment_over'] as const;
const written = z.object({ status: EmploymentStatus, relievingDate: Day.nullable() });

/** Who takes part in leaving and joining besides the persons themselves. `hr` is HR everywhere and HR of the branch. */
export const OwnerRole = z.enum(['it', 'finance', 'administration', 'hr']);
export type OwnerRole = z.infer<typeof OwnerRole>;

/**
 * How an employment comes to its end, told by `offboarding`. What is younger by `at` holds, in whatever order and
 * however often these arrive; the identity follows with each of them.
 */
export const noticeCalls = {
  /** 待离职 with a last day, or another last day. Refuses an employment that is over. */
  setNotice: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ ...on, relievingDate: Day }),
    output: written,
    refusals,
  },
  /** Who was leaving stays: the status from before the notice comes back, the last day goes. */
  cancelNotice: { kind: 'change', roles: system, input: z.strictObject(on), output: written, refusals },
  /**
   * The last day is over: 已离职, rights that were given end, and whoever reported to the leaver reports to the
   * leaver's own manager.
   */
  endEmployment: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ ...on, relievingDate: Day }),
    output: written,
    refusals: ['employment_not_found'],
  },
  /** 校友: a leaver wants to stay in touch, or no longer. Nothing changes for somebody who has not left. */
  keepInTouch: {
    kind: 'change',
    roles: system,
    input: z.strictObject({ employmentId: Id, isWanted: z.boolean(), requestId: RequestId }),
    output: written,
    refusals: ['employment_not_found'],
  },
  /** Who holds a role for a branch and works here today; at most 50, the longest known first. */
  readRoleHolders: {
    kind: 'read',
    roles: system,
    input: z.strictObject({ role: OwnerRole, branchId: BranchId }),
    output: z.object({ items: z.array(z.object({ personId: Id, name: z.string().max(40) })).max(50) }),
    refusals: [],
  },
} as const satisfies Contract;
