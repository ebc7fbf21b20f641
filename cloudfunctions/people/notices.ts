import type { Instant } from '../../shared/kernel/scalar';
import { refuse } from '../../shared/refusal';
import { by, is } from '../platform/db';
import type { EmploymentDocument } from './documents';
import { refreshIdentities } from './identity-refresh';
import { finishPending } from './rights/finish-pending';
import { latestEmploymentsOf } from './roster/known-people';
import { isOver } from './rules/allowed-on-person';
import { afterWord, type NoticeWord } from './rules/change-notice';
import { reportingStatuses } from './rules/identity-facts';
import { store } from './store';

/** How often others may be faster. */
const tries = 5;

/** Writes a word about leaving into the employment, once; the employment as it is afterwards. */
async function written(employmentId: string, word: NoticeWord, at: Instant): Promise<EmploymentDocument> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const employment = await store.employments.read(employmentId);
    if (!employment) return refuse('employment_not_found');
    const { noticeAt = null, statusBeforeNotice = null } = employment;
    const after = afterWord({ ...employment, noticeAt, statusBeforeNotice }, word, at);
    if (!after) return employment;
    const { _id, version } = employment;
    const { status, relievingDate } = after;
    const change = { status, relievingDate, noticeAt: after.noticeAt, statusBeforeNotice: after.statusBeforeNotice };
    const saved = await store.employments.changeOne({ _id, version }, { ...change, version: by.adding(1) });
    if (saved) return saved;
  }
  throw new Error('one employment was changed five times while a notice was being written');
}

/**
 * Carries a word about leaving to the employment and to the identity. Safe to repeat: whoever says it says it again
 * until it was answered, and every repeat brings the identity in line once more.
 */
export async function hearNotice(employmentId: string, word: NoticeWord, at: Instant) {
  const employment = await written(employmentId, word, at);
  const { personId, status, relievingDate } = employment;
  // A younger word may have been heard: then nothing has ended.
  const hasEnded = word.what === 'end' && isOver(status);
  const successor = hasEnded ? await passOn(employment) : null;
  if (hasEnded && (await isLatest(employment))) await takeGrants(personId);
  await refreshIdentities(successor === null ? [personId] : [personId, successor]);
  return { status, relievingDate };
}

/** Whoever reported to the leaver reports to the leaver's manager, or for now to nobody; who that is. */
async function passOn({ _id, managerEmploymentId, managerName }: EmploymentDocument): Promise<string | null> {
  await store.employments.changeAll(
    { managerEmploymentId: _id, status: is.among(reportingStatuses) },
    { managerEmploymentId, managerName, version: by.adding(1) },
  );
  return managerEmploymentId === null ? null : ((await store.employments.read(managerEmploymentId))?.personId ?? null);
}

/** Who came back has rights of the new stint: a late repeat about the old one leaves them alone. */
async function isLatest({ _id, personId }: EmploymentDocument): Promise<boolean> {
  return (await latestEmploymentsOf([personId])).get(personId)?._id === _id;
}

/** Rights that HR gave end with the employment, so that they do not come back with a return. */
export async function takeGrants(personId: string): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const person = await store.persons.read(personId);
    if (!person || person.grants.length === 0) return;
    if ((person.pending ?? null) !== null) {
      await finishPending(person);
      continue;
    }
    const lastRequestId = `ended-${personId}`.slice(0, 64);
    const where = { _id: personId, lastRequestId: person.lastRequestId, pending: null };
    if (await store.persons.changeOne(where, { grants: [], lastRequestId })) return;
  }
  throw new Error('the rights of one person were changed five times while they ended');
}
