import { dayOf } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { colleagueFacts } from '../colleague-facts';
import { colleagueStatuses, worksHere } from '../rules/works-here';
import { store } from '../store';

export const listColleagues: Handler<PeopleContract['listColleagues']> = async (input, { now }) => {
  const { departmentId, cursor, limit } = input;
  const today = dayOf(now);
  const where = { status: is.among(colleagueStatuses), ...(departmentId === undefined ? {} : { departmentId }) };
  const { items, next } = await store.employments.page({
    where: { ...where, byNumber: is.above('') },
    sortedBy: 'byNumber',
    direction: 'asc',
    cursor,
    limit,
  });
  return { items: await colleagueFacts(items.filter((employment) => worksHere(employment, today))), next };
};
