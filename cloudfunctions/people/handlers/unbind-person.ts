import type { PeopleContract } from '../../../shared/people/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { findSettledPerson } from '../person-record';
import { takeBinding } from '../rights/take-binding';
import { mayChangeRights } from '../rules/change-grants';
import { isKnownRequest } from '../rules/known-request';

export const unbindPerson: Handler<PeopleContract['unbindPerson']> = async (input, { caller, now }) => {
  const { personId, requestId } = input;
  mayChangeRights(personOf(caller).personId, personId);
  const { person } = await findSettledPerson(personId, caller);
  if (isKnownRequest(person.requests ?? [], requestId, 'unbind')) return {};
  if (person.joinedAt === null) return refuse('person_not_joined');
  const taken = await takeBinding(person, { requestId, what: 'unbind' }, now);
  return taken ? {} : refuse('person_not_joined');
};
