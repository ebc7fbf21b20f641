import { dayOf } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { colleagueFacts } from '../colleague-facts';
import { worksHere } from '../rules/works-here';
import { store } from '../store';

export const listReports: Handler<PeopleContract['listReports']> = async (input, { now }) => {
  const { managerEmploymentId, cursor, limit } = input;
  const today = dayOf(now);
  const { items, next } = await store.employments.page({
    where: { managerEmploymentId },
    ...{ sortedBy: 'byNumber', direction: 'asc', cursor, limit },
  });
  return { items: await colleagueFacts(items.filter((employment) => worksHere(employment, today))), next };
};
