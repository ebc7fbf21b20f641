import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { employmentFacts } from '../employment-facts';
import { store } from '../store';

export const listStints: Handler<PeopleContract['listStints']> = async ({ personId }) => {
  const stints = await store.employments.list({ where: { personId }, sortedBy: 'stint', limit: 20 });
  return { items: await employmentFacts(stints) };
};
