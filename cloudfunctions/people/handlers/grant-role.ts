import type { PeopleContract } from '../../../shared/people/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { mustKnowBranch } from '../branches';
import { findSettledPerson } from '../person-record';
import { saveGrants } from '../rights/save-grants';
import { grantsWith, mayChangeRights } from '../rules/change-grants';

export const grantRole: Handler<PeopleContract['grantRole']> = async (input, { caller, now }) => {
  const { personId, role, branchId, requestId } = input;
  mayChangeRights(personOf(caller).personId, personId);
  if (branchId !== null) await mustKnowBranch(branchId);
  return saveGrants(
    () => findSettledPerson(personId, caller),
    {
      requestId,
      what: `grant ${role} ${branchId ?? 'everywhere'}`,
      decide: ({ person, latest }) => grantsWith(person.grants, { role, branchId }, latest.status),
    },
    now,
  );
};
