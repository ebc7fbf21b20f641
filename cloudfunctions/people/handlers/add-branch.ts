import type { PeopleContract } from '../../../shared/people/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { saveBranches } from '../branches';
import { branchIdOf } from '../documents';
import { withBranch } from '../rules/branches';

export const addBranch: Handler<PeopleContract['addBranch']> = ({ name, requestId }, { caller }) => {
  const _id = branchIdOf(personOf(caller).personId, requestId);
  return saveBranches((branches) => withBranch(branches, { _id, name }));
};
