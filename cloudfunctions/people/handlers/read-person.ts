import type { PeopleContract } from '../../../shared/people/contract';
import { unseal } from '../../platform/sealed';
import type { Handler } from '../../platform/serve';
import { findPerson } from '../person-record';
import { allowedOnPerson } from '../rules/allowed-on-person';
import { store } from '../store';

export const readPerson: Handler<PeopleContract['readPerson']> = async ({ personId }, { caller }) => {
  const { person, employments, latest } = await findPerson(personId, caller);
  const code = await store.joiningCodes.read(latest._id);
  const { name, birthOn, phone, grants, joinedAt } = person;
  const callerId = caller.person?.personId ?? null;
  return {
    ...{ personId, name, birthOn, grants, joinedAt, employments },
    phone: phone === null ? null : unseal(phone, { collection: 'persons', id: personId, field: 'phone' }),
    joiningCode: code && { expiresAt: code.expiresAt, usedAt: code.usedAt },
    allowed: allowedOnPerson({
      caller: { personId: callerId, roles: caller.roles },
      personId,
      joinedAt,
      status: latest.status,
    }),
  };
};
