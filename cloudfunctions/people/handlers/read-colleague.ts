import { dayOf } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { latestEmploymentsOf } from '../roster/known-people';
import { worksHere } from '../rules/works-here';

export const readColleague: Handler<PeopleContract['readColleague']> = async ({ personId }, { now }) => {
  const employment = (await latestEmploymentsOf([personId])).get(personId);
  if (!employment || !worksHere(employment, dayOf(now))) return refuse('colleague_not_found');
  const { personName: name, departmentName, position } = employment;
  return { personId, name, departmentName, position };
};
