import { dayOf } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { colleagueFacts } from '../colleague-facts';
import { latestEmploymentsOf } from '../roster/known-people';
import { worksHere } from '../rules/works-here';

export const readColleagues: Handler<PeopleContract['readColleagues']> = async (input, { now }) => {
  const { personIds, on = dayOf(now) } = input;
  const latest = await latestEmploymentsOf(new Set(personIds));
  return { items: await colleagueFacts([...latest.values()].filter((employment) => worksHere(employment, on))) };
};
