import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { readBranches } from '../branches';

export const readBranchNames: Handler<PeopleContract['readBranchNames']> = async () => ({
  items: await readBranches(),
});
