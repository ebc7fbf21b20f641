import type { Branch } from '../../shared/people/branch-calls';

const headOffice = 'head-office';

/** The name of a branch among those known; the head office has one even where they could not be read. */
export function branchInWords(branchId: string, branches: readonly Branch[]): string {
  const name = branches.find(({ _id }) => _id === branchId)?.name;
  return name ?? (branchId === headOffice ? '总部' : '其他分公司');
}
