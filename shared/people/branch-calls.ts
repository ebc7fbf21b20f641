import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { roleNames } from '../kernel/role';
import { Id, line, RequestId } from '../kernel/scalar';
import { BranchId } from './model';

/** How many 分公司 a company can have, the head office among them. */
export const mostBranches = 50;

/** 分公司, the head office included. Names are unique; ids stay when a name changes. */
export const Branch = z.object({ _id: BranchId, name: z.string().min(1).max(20) });
export type Branch = z.infer<typeof Branch>;

const branches = z.object({ items: z.array(Branch).max(mostBranches) });

export const branchCalls = {
  /** All of them, the head office first, the others as they were added. */
  listBranches: {
    kind: 'read',
    roles: roleNames.filter((role) => !['visitor', 'candidate', 'system'].includes(role)),
    input: z.strictObject({}),
    output: branches,
    refusals: [],
  },
  /** The same for our own functions: how files that they write call a branch. */
  readBranchNames: { kind: 'read', roles: ['system'], input: z.strictObject({}), output: branches, refusals: [] },
  addBranch: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ name: line(20), requestId: RequestId }),
    output: branches,
    refusals: ['branch_name_taken', 'branches_full', 'wait_and_repeat'],
  },
  /** Another name for what was called `seenName`. */
  renameBranch: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ branchId: BranchId, seenName: line(20), name: line(20), requestId: RequestId }),
    output: branches,
    refusals: ['branch_changed', 'branch_name_taken', 'branch_not_found', 'wait_and_repeat'],
  },
  /**
   * 换分公司: where somebody works from now on, and so which HR sees them. What they did before stays with the branch
   * they did it in; rights that they hold for a branch stay theirs.
   */
  moveToBranch: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ personId: Id, branchId: BranchId, requestId: RequestId }),
    output: z.object({ branchId: BranchId }),
    refusals: ['branch_not_found', 'person_has_left', 'person_not_found', 'request_id_reused', 'wait_and_repeat'],
  },
} as const satisfies Contract;
