import { dayOf } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { latestEmploymentsOf } from '../roster/known-people';
import { worksHere } from '../rules/works-here';
import { store } from '../store';

const mostHolders = 100;
const holdersShown = 50;

export const readRoleHolders: Handler<PeopleContract['readRoleHolders']> = async ({ role, branchId }, { now }) => {
  const today = dayOf(now);
  const roles = role === 'hr' ? (['hr', 'branchHr'] as const) : ([role] as const);
  const persons = await store.persons.list({ where: { 'grants.role': is.among(roles) }, limit: mostHolders });
  const holders = persons.filter(({ grants }) =>
    grants.some((grant) => roles.some((one) => one === grant.role) && [null, branchId].includes(grant.branchId)),
  );
  const latest = await latestEmploymentsOf(holders.map(({ _id }) => _id));
  const present = holders.filter(({ _id }) => {
    const employment = latest.get(_id);
    return employment !== undefined && worksHere(employment, today);
  });
  return { items: present.slice(0, holdersShown).map(({ _id: personId, name }) => ({ personId, name })) };
};
