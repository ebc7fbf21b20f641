import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { saveBranches } from '../branches';
import { withName } from '../rules/branches';

export const renameBranch: Handler<PeopleContract['renameBranch']> = ({ branchId, seenName, name }) =>
  saveBranches((branches) => withName(branches, { _id: branchId, name }, seenName));
