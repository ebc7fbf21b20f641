import { type Branch, mostBranches } from '../../../shared/people/branch-calls';
import { headOffice } from '../../../shared/people/model';
import { refuse } from '../../../shared/refusal';

/** There is always a head office, before anybody wrote a name. */
export const firstBranches: readonly Branch[] = [{ _id: headOffice, name: '总部' }];

/** The branches with one more; the very ones when the request added it already. */
export function withBranch(branches: readonly Branch[], added: Branch): readonly Branch[] {
  if (branches.some(({ _id }) => _id === added._id)) return branches;
  if (branches.some(({ name }) => name === added.name)) refuse('branch_name_taken');
  if (branches.length >= mostBranches) refuse('branches_full');
  return [...branches, added];
}

/** The branches with another name for one; of two who saw the same name, the second is told. */
export function withName(branches: readonly Branch[], { _id, name }: Branch, seenName: string): readonly Branch[] {
  const present = branches.find((branch) => branch._id === _id) ?? refuse('branch_not_found');
  if (present.name === name) return branches;
  if (present.name !== seenName) refuse('branch_changed');
  if (branches.some((branch) => branch.name === name)) refuse('branch_name_taken');
  return branches.map((branch) => (branch._id === _id ? { _id, name } : branch));
}
