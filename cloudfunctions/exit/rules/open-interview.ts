import type { LeavingAcknowledged } from '../../../shared/exit/facts';
import type { EmploymentFacts } from '../../../shared/people/leavers';
import type { StoredInterview } from '../documents';

/** The interview of an employment, as 受理 opens it. */
export function openedInterview(fact: LeavingAcknowledged, of: EmploymentFacts): StoredInterview {
  const { employmentId: _id, kind, lastDay, reasonId, factId, at } = fact;
  const { personId, name, branchId, departmentId, departmentName, position, managerPersonId } = of;
  return {
    ...{ _id, personId, personName: name, branchId, departmentId, departmentName, position, managerPersonId },
    ...{ kind, lastDay, reasonId, factId, state: 'pending', scheduledAt: null, place: null, interviewerName: null },
    ...{ invitedAt: null, form: null, handedInAt: null, talk: null, managerView: null, outcome: null },
    ...{ cancelReason: null, version: 0, requestIds: [], sort: `${lastDay}.${_id}`, desk: null, pendingSince: at },
  };
}

/** Somebody who stayed and now leaves after all: the interview begins again, with empty sheets. */
export function reopening(fact: LeavingAcknowledged): Partial<StoredInterview> {
  const { employmentId, kind, lastDay, reasonId, factId, at } = fact;
  return {
    ...{ kind, lastDay, reasonId, factId, sort: `${lastDay}.${employmentId}`, pendingSince: at },
    ...{ state: 'pending', scheduledAt: null, outcome: null, cancelReason: null, invitedAt: null, handedInAt: null },
    ...{ form: null, talk: null, managerView: null },
  };
}
