import { partOf } from '../../../shared/kernel/places';
import { by } from '../../platform/db';
import { deliver } from '../../platform/outbox';
import type { Duty, Part, StoredSession } from '../documents';
import { resultLine } from '../rules/results';
import { store } from '../store';
import { askForFeedback, requestOf, takeOffToday, tell } from '../tell';

/** Points of a rule for this session, once: the session is the key. */
function earn(session: StoredSession, rule: string, part: Part, at: string, now: Date): Promise<boolean> {
  const { _id: factId, title: about } = session;
  const requestId = requestOf(rule, `${factId}-${part.personId}`);
  return deliver(
    { to: 'points', call: 'earn', input: { factId, rule, personId: part.personId, about, at, requestId } },
    now,
  );
}

/** Came: the session leaves 今天, the question how it was takes its place. */
async function ask(session: StoredSession, { personId, signedInAt }: Part, now: Date): Promise<boolean> {
  const at = signedInAt ?? now.toISOString();
  const isOff = await takeOffToday(session._id, 'day', { personId, at }, now);
  return isOff && (await askForFeedback(session, personId, at, now));
}

/** Answered: the question closes and the points come. */
async function thank(session: StoredSession, part: Part, now: Date): Promise<boolean> {
  const at = part.feedback?.at ?? now.toISOString();
  const isOff = await takeOffToday(session._id, 'after', { personId: part.personId, at }, now);
  return isOff && (await earn(session, 'activityAttended', part, at, now));
}

/** 证书, once for each person and cause. */
function issue(session: StoredSession, { personId, result }: Part, cause: string, at: string, now: Date) {
  const { _id, title } = session;
  const requestId = requestOf('passed', `${_id}-${personId}`);
  const achieved = { personId, cause, title, hours: result?.hours ?? null, at, requestId };
  return deliver({ to: 'training', call: 'issueCertificate', input: achieved }, now);
}

/**
 * Passed a session of a course: the course is done with it, and what a course brings comes from `training`, once,
 * whether it was learnt there or here. The certificate goes first, because it knows the hours.
 */
async function finishCourse(session: StoredSession, courseId: string, part: Part, at: string, now: Date) {
  if (!(await issue(session, part, courseId, at, now))) return false;
  const { _id: sessionId } = session;
  const { personId } = part;
  const requestId = requestOf('course', `${sessionId}-${personId}`);
  const input = { personId, courseId, sessionId, at, requestId };
  return deliver({ to: 'training', call: 'takeSessionPassed', input }, now);
}

/** Has a result: is told, and whoever passed gets points and congratulations. */
async function certify(session: StoredSession, part: Part, now: Date): Promise<boolean> {
  const { _id, title } = session;
  const { personId, result } = part;
  if (!result) return true;
  const factId = `${_id}.${result.isPassed ? 'passed' : 'failed'}`;
  const words = { factId, title: `${result.isPassed ? '通过了' : '还差一点'}：${title}`, line: resultLine(result) };
  if (!(await tell(_id, [personId], words, now))) return false;
  if (!result.isPassed) return true;
  if (session.courseId !== null) return finishCourse(session, session.courseId, part, result.at, now);
  if (!(await earn(session, 'trainingPassed', part, result.at, now))) return false;
  const fact = { factId: _id, personId, occasion: 'trainingPassed', title, at: result.at };
  const requestId = requestOf('passed', `${_id}-${personId}`);
  if (!(await issue(session, part, _id, result.at, now))) return false;
  return deliver({ to: 'recognition', call: 'recordMilestone', input: { ...fact, requestId } }, now);
}

const fulfilling = { ask, thank, tell: certify } satisfies Record<Duty, typeof ask>;

/** Does one duty towards one person, and strikes it off once everything arrived. */
export async function fulfil(session: StoredSession, part: Part, duty: Duty, now: Date): Promise<void> {
  if (!(await fulfilling[duty](session, part, now))) return;
  const field = `parts.${partOf(part.personId)}`;
  const done = { [`${field}.duties`]: by.pulling(duty), ...(duty === 'ask' ? { [`${field}.isOnToday`]: true } : {}) };
  await store.sessions.changeOne({ _id: session._id, memberIds: part.personId }, done);
}
