import { instant, minutesAfter } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import type { EmploymentDocument, JoiningCodeDocument } from '../documents';
import { codeFor, codeHashOf, tokenHashOf } from '../joining/joining-secrets';
import { findSettledPerson } from '../person-record';
import { mayIssue } from '../rules/joining/judge-code';
import { store } from '../store';

/** Three days: over a weekend, not over a holiday. */
const validMinutes = 72 * 60;
const replacedKept = 20;

/** Writes the new code over the old one, if there is one and nobody else replaced it meanwhile. */
async function replaced(old: JoiningCodeDocument | null, fresh: JoiningCodeDocument): Promise<boolean> {
  if (old === null) return store.joiningCodes.insert(fresh);
  const { _id, replacedRequestIds, ...change } = fresh;
  const changed = await store.joiningCodes.changeOne(
    { _id, requestId: old.requestId },
    { ...change, replacedRequestIds: by.appending([old.requestId], replacedKept) },
  );
  return changed !== null;
}

function freshCode(
  employment: EmploymentDocument,
  requestId: string,
  issuedBy: string,
  now: Date,
): JoiningCodeDocument {
  const { _id, personId, employeeNumber, branchId } = employment;
  const { code, token } = codeFor(_id, requestId);
  return {
    ...{ _id, personId, employeeNumber, branchId, requestId, issuedBy },
    codeHash: codeHashOf(_id, code),
    tokenHash: tokenHashOf(token),
    issuedAt: instant(now),
    expiresAt: minutesAfter(now, validMinutes),
    ...{ usedAt: null, usedByKey: null, usedRequestId: null, pendingSince: null },
    replacedRequestIds: [],
  };
}

export const issueJoiningCode: Handler<PeopleContract['issueJoiningCode']> = async (input, { caller, now }) => {
  const { employmentId, requestId } = input;
  const employment = await store.employments.read(employmentId);
  if (!employment || !reaches(caller.reach, employment.branchId)) return refuse('employment_not_found');
  const [{ person }, old, [sameRequest]] = await Promise.all([
    findSettledPerson(employment.personId, caller, 'employment_not_found'),
    store.joiningCodes.read(employmentId),
    store.joiningCodes.list({ where: { requestId }, limit: 1 }),
  ]);
  const refusal = mayIssue(employment, person);
  if (refusal !== null) return refuse(refusal);
  const answer = { employeeNumber: employment.employeeNumber, ...codeFor(employmentId, requestId) };
  if (old?.requestId === requestId) return { ...answer, expiresAt: old.expiresAt };
  if (sameRequest || old?.replacedRequestIds?.includes(requestId)) return refuse('request_id_reused');
  const fresh = freshCode(employment, requestId, personOf(caller).personId, now);
  if (await replaced(old, fresh)) return { ...answer, expiresAt: fresh.expiresAt };
  // Another issue was faster: of the same request it is this code, of another one it has replaced this one already.
  const present = await store.joiningCodes.read(employmentId);
  return present?.requestId === requestId ? { ...answer, expiresAt: present.expiresAt } : refuse('request_id_reused');
};
