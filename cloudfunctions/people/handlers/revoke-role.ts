import type { PeopleContract } from '../../../shared/people/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { findSettledPerson } from '../person-record';
import { saveGrants } from '../rights/save-grants';
import { grantsWithout, mayChangeRights } from '../rules/change-grants';

export const revokeRole: Handler<PeopleContract['revokeRole']> = async (input, { caller, now }) => {
  const { personId, role, requestId } = input;
  mayChangeRights(personOf(caller).personId, personId);
  return saveGrants(
    () => findSettledPerson(personId, caller),
    { requestId, what: `revoke ${role}`, decide: ({ person }) => grantsWithout(person.grants, role) },
    now,
  );
};
