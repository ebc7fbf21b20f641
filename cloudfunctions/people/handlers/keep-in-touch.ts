import type { PeopleContract } from '../../../shared/people/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { refreshIdentities } from '../identity-refresh';
import { store } from '../store';

export const keepInTouch: Handler<PeopleContract['keepInTouch']> = async ({ employmentId, isWanted }) => {
  const [from, to] = isWanted ? (['left', 'alumni'] as const) : (['alumni', 'left'] as const);
  const where = { _id: employmentId, status: from };
  const changed = await store.employments.changeOne(where, { status: to, version: by.adding(1) });
  const employment = changed ?? (await store.employments.read(employmentId)) ?? refuse('employment_not_found');
  await refreshIdentities([employment.personId]);
  return { status: employment.status, relievingDate: employment.relievingDate };
};
