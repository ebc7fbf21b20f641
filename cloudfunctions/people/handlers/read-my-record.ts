import type { OutputOf } from '../../../shared/kernel/contract';
import type { PeopleContract } from '../../../shared/people/contract';
import { personalRecords } from '../../../shared/personal-data';
import { unseal } from '../../platform/sealed';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

type MyRecord = OutputOf<PeopleContract['readMyRecord']>['record'];

const kept = Object.entries(personalRecords).map(([collection, { what, why, until, seenBy }]) => ({
  ...{ collection, what, why, until },
  seenBy: [...seenBy],
}));

/** The records about one person. Three requests, side by side. */
async function recordOf(personId: string, employmentId: string): Promise<MyRecord> {
  const [person, employments, code] = await Promise.all([
    store.persons.read(personId),
    store.employments.list({ where: { personId }, sortedBy: 'stint', direction: 'desc', limit: 20 }),
    store.joiningCodes.read(employmentId),
  ]);
  if (!person) throw new Error('an identity names a person who is not in the records');
  const { name, birthOn, phone, grants, joinedAt } = person;
  return {
    ...{ personId, name, birthOn, grants, joinedAt, employments },
    phone: phone === null ? null : unseal(phone, { collection: 'persons', id: personId, field: 'phone' }),
    joiningCode: code && { issuedAt: code.issuedAt, expiresAt: code.expiresAt, usedAt: code.usedAt },
  };
}

export const readMyRecord: Handler<PeopleContract['readMyRecord']> = async (_, { caller: { person } }) => ({
  record: person && (await recordOf(person.personId, person.employmentId)),
  kept,
});
