import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import type { PersonDocument } from '../documents';
import { finishPending } from '../rights/finish-pending';
import { takeBinding } from '../rights/take-binding';
import { isKnownRequest } from '../rules/known-request';
import { mayLeaveApp } from '../rules/may-leave-app';
import { store } from '../store';

/** The person with nothing under way: an earlier change is carried over first, so that no intent is overwritten. */
async function settledPerson(personId: string): Promise<PersonDocument> {
  const person = await store.persons.read(personId);
  if (!person) throw new Error('an identity names a person who is not in the records');
  if ((person.pending ?? null) === null) return person;
  await finishPending(person);
  return settledPerson(personId);
}

export const leaveApp: Handler<PeopleContract['leaveApp']> = async ({ requestId }, { caller, now }) => {
  const { person: me, roles } = caller;
  // A WeChat that is bound to nobody has left already: the repeat finds it so.
  if (!me) return {};
  mayLeaveApp(roles);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const person = await settledPerson(me.personId);
    if (isKnownRequest(person.requests ?? [], requestId, 'leave')) return {};
    if (await takeBinding(person, { requestId, what: 'leave' }, now)) return {};
  }
  throw new Error('one person was changed five times while they were leaving');
};
