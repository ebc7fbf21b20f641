import { instant } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { findSettledPerson } from '../person-record';
import { finishPending } from '../rights/finish-pending';
import { requestsKept } from '../rights/save-grants';
import { mayChangeRights } from '../rules/change-grants';
import { isKnownRequest } from '../rules/known-request';
import { store } from '../store';

export const unbindPerson: Handler<PeopleContract['unbindPerson']> = async (input, { caller, now }) => {
  const { personId, requestId } = input;
  mayChangeRights(personOf(caller).personId, personId);
  const { person } = await findSettledPerson(personId, caller);
  if (isKnownRequest(person.requests ?? [], requestId, 'unbind')) return {};
  const { joinedAt } = person;
  if (joinedAt === null) return refuse('person_not_joined');
  const unbound = await store.persons.changeOne(
    { _id: personId, joinedAt, pending: null },
    {
      joinedAt: null,
      lastRequestId: requestId,
      pending: 'unbinding',
      pendingSince: instant(now),
      requests: by.appending([{ id: requestId, what: 'unbind' }], requestsKept),
    },
  );
  if (!unbound) return refuse('person_not_joined');
  await finishPending(unbound);
  return {};
};
