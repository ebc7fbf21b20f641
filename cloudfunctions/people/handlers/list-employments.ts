import type { PeopleContract } from '../../../shared/people/contract';
import { is, type Where } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { searchMeant } from '../rules/employment-search';
import { store } from '../store';

export const listEmployments: Handler<PeopleContract['listEmployments']> = async (input, { caller }) => {
  const { status, departmentId, search, cursor, limit } = input;
  const { sortedBy, prefix } = searchMeant(search ?? '0');
  const [branch, ...otherBranches] = caller.reach === 'everywhere' ? [] : caller.reach;
  const within =
    branch === undefined ? {} : { branchId: otherBranches.length > 0 ? is.among([branch, ...otherBranches]) : branch };
  const where: Where = {
    ...within,
    ...(status === undefined ? {} : { status }),
    ...(departmentId === undefined ? {} : { departmentId }),
    [sortedBy]: search === undefined ? is.above('') : is.startingWith(prefix),
  };
  return store.employments.page({ where, sortedBy, direction: 'asc', cursor, limit });
};
