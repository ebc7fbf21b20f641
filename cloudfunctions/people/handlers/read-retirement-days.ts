import type { PeopleContract } from '../../../shared/people/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { retirementDays } from '../rules/retirement';
import { store } from '../store';

export const readRetirementDays: Handler<PeopleContract['readRetirementDays']> = async ({ employmentId }) => {
  const employment = (await store.employments.read(employmentId)) ?? refuse('employment_not_found');
  const birthOn = (await store.persons.read(employment.personId))?.birthOn ?? null;
  return { days: birthOn === null ? null : retirementDays(birthOn) };
};
