import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { employmentFacts } from '../employment-facts';
import { store } from '../store';

export const listLeavers: Handler<PeopleContract['listLeavers']> = async ({ status, cursor, limit }) => {
  const { items, next } = await store.employments.page({
    where: { status },
    ...{ sortedBy: 'byNumber', direction: 'asc', cursor, limit },
  });
  return { items: await employmentFacts(items), next };
};
