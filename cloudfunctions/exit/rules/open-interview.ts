import type { LeavingAcknowledged } from '../../../shared/exit/facts';
import type { EmploymentFacts } from '../../../shared/people/leavers';
import type { StoredInterview } from '../documents';

/** The interview of an employment, as 受理 opens it. */
export function openedInterview(fact: LeavingAcknowledged, of: EmploymentFacts): StoredInterview {
  const { employmentId: _id, at } = fact;
  const { personId, name, branchId, departmentId, departmentName, position, managerPersonId } = of;
  return {
    ...{ _id, personId, personName: name, branchId, departmentId, departmentName, position, managerPersonId },
    ...{ ...announcing(fact), state: 'pending', scheduledAt: null, place: null, interviewerName: null },
    ...{ invitedAt: null, form: null, handedInAt: null, talk: null, managerView: null, outcome: null },
    ...{ cancelReason: null, settledAt: null, version: 0, requestIds: [], desk: null, pendingSince: at },
  };
}

/** What 受理, or another last day, says of the leaving. */
export function announcing({ employmentId, kind, lastDay, reasonId, factId }: LeavingAcknowledged) {
  return { kind, lastDay, reasonId, factId, sort: `${lastDay}.${employmentId}` };
}

/** Somebody who stayed and now leaves after all: the interview begins again, with empty sheets. */
export function reopening(fact: LeavingAcknowledged): Partial<StoredInterview> {
  return {
    ...{ ...announcing(fact), pendingSince: fact.at },
    ...{ state: 'pending', scheduledAt: null, outcome: null, cancelReason: null, invitedAt: null, handedInAt: null },
    settledAt: null,
    ...{ form: null, talk: null, managerView: null },
  };
}
