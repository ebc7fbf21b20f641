import type { Branch } from '../../shared/people/branch-calls';

import type { Me } from '../../shared/people/model';

export const headOffice = 'head-office';

/** 我的分公司: the one somebody is HR of, else where they work; null for who is nobody here. */
export const ownBranchOf = ({ hrBranchId, person }: Me): string | null => hrBranchId ?? person?.branchId ?? null;

/** The name of a branch among those known; the head office has one even where they could not be read. */
export function branchInWords(branchId: string, branches: readonly Branch[]): string {
  const name = branches.find(({ _id }) => _id === branchId)?.name;
  return name ?? (branchId === headOffice ? '总部' : '其他分公司');
}
