import type { Branch } from '../../shared/people/branch-calls';
import { refuse } from '../../shared/refusal';
import { type BranchesDocument, branchesId } from './documents';
import { firstBranches } from './rules/branches';
import { store } from './store';

/** How often to look again when another HR was faster. */
const tries = 4;

async function storedBranches(): Promise<Pick<BranchesDocument, 'items' | 'version'>> {
  return (await store.branches.read(branchesId)) ?? { items: [...firstBranches], version: 0 };
}

export const readBranches = async (): Promise<Branch[]> => (await storedBranches()).items;

/** Refuses a branch that nobody added. */
export async function mustKnowBranch(branchId: string): Promise<void> {
  if (!(await readBranches()).some(({ _id }) => _id === branchId)) refuse('branch_not_found');
}

/** One conditional write on what was decided by; of two HR at once the later decides on what the first one wrote. */
export async function saveBranches(
  decide: (present: readonly Branch[]) => readonly Branch[],
): Promise<{ items: Branch[] }> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const { items: present, version } = await storedBranches();
    const decided = decide(present);
    if (decided === present) return { items: present };
    const items = [...decided];
    const next = { items, version: version + 1 };
    const isSaved =
      version === 0
        ? await store.branches.insert({ _id: branchesId, ...next })
        : (await store.branches.changeOne({ _id: branchesId, version }, next)) !== null;
    if (isSaved) return { items };
  }
  return refuse('wait_and_repeat');
}
