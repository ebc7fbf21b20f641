import type { PeopleContract } from '../../../shared/people/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { employmentFacts } from '../employment-facts';
import { store } from '../store';

export const readEmploymentFacts: Handler<PeopleContract['readEmploymentFacts']> = async ({ employmentIds }) => {
  const ids = [...new Set(employmentIds)];
  return { items: await employmentFacts(await store.employments.list({ where: { _id: is.among(ids) }, limit: 50 })) };
};
