import { dayOf, instant } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { finishStartMoved } from '../hiring';
import { store } from '../store';

const requestsKept = 20;

export const moveFirstDay: Handler<PeopleContract['moveFirstDay']> = async (input, { caller, now }) => {
  const { employmentId, dateOfJoining, requestId } = input;
  const employment = await store.employments.read(employmentId);
  if (!employment || !reaches(caller.reach, employment.branchId)) return refuse('employment_not_found');
  if (employment.hireRequests?.includes(requestId)) {
    await finishStartMoved(employment, now);
    return { dateOfJoining: employment.dateOfJoining ?? dateOfJoining };
  }
  const today = dayOf(now);
  const { status, dateOfJoining: present, version } = employment;
  if (status !== 'preboarding' || (present !== null && present <= today)) return refuse('started_already');
  if (dateOfJoining < today) return refuse('first_day_past');
  const moved = await store.employments.changeOne(
    { _id: employmentId, version },
    {
      ...{ dateOfJoining, version: version + 1, startPendingSince: instant(now) },
      hireRequests: by.appending([requestId], requestsKept),
    },
  );
  if (!moved) return refuse('wait_and_repeat');
  await finishStartMoved(moved, now);
  return { dateOfJoining };
};
