import { instant } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { mustKnowBranch } from '../branches';
import { findSettledPerson } from '../person-record';
import { finishPending } from '../rights/finish-pending';
import { requestsKept } from '../rights/save-grants';
import { isOver } from '../rules/allowed-on-person';
import { isKnownRequest } from '../rules/known-request';
import { store } from '../store';

/**
 * The person first holds the intent to refresh the identity, then the employment changes: a kill between the two leaves
 * nothing but a refreshing in vain, one after them is finished by the sweep.
 */
export const moveToBranch: Handler<PeopleContract['moveToBranch']> = async (input, { caller, now }) => {
  const { personId, branchId, requestId } = input;
  const { latest } = await findSettledPerson(personId, caller);
  const what = `branch ${branchId}`;
  if (isKnownRequest(latest.moves ?? [], requestId, what)) return { branchId };
  if (isOver(latest.status)) return refuse('person_has_left');
  await mustKnowBranch(branchId);
  const intended = await store.persons.changeOne(
    { _id: personId, pending: null },
    { pending: 'rights', pendingSince: instant(now) },
  );
  if (!intended) return refuse('wait_and_repeat');
  const { _id, version } = latest;
  const moved = await store.employments.changeOne(
    { _id, version },
    { branchId, version: version + 1, moves: by.appending([{ id: requestId, what }], requestsKept) },
  );
  await finishPending(intended);
  return moved ? { branchId } : refuse('wait_and_repeat');
};
