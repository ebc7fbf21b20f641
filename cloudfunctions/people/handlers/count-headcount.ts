import type { PeopleContract } from '../../../shared/people/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { colleagueStatuses } from '../rules/works-here';
import { store } from '../store';

export const countHeadcount: Handler<PeopleContract['countHeadcount']> = async ({ since }) => {
  const status = is.among(colleagueStatuses);
  const [present, joinedSince] = await Promise.all([
    store.employments.count({ status }),
    store.employments.count({ status, dateOfJoining: is.atLeast(since) }),
  ]);
  return { present, joinedSince };
};
