import { type BranchesDocument, branchesId } from '../cloudfunctions/people/documents';
import { main } from '../cloudfunctions/people/index';
import { collection } from '../cloudfunctions/platform/db';
import type { Branch } from '../shared/people/branch-calls';

/** Who can be asked what branches are called. */
export const whoNamesBranches = { people: main };

/** The company has these branches and no others. */
export const nameBranches = (items: Branch[]) =>
  collection<BranchesDocument>('branches').put({ _id: branchesId, items, version: 1 });
