import type { ClassroomContract } from '../../../shared/classroom/contract';
import {
  afterDays,
  type MyPlace,
  mostLateMinutes,
  type Participant,
  type Session,
  signInLeadMinutes,
} from '../../../shared/classroom/session';
import type { ParsedInputOf } from '../../../shared/kernel/contract';
import { clockOf, minutesAfter } from '../../../shared/kernel/day';
import { placeOf } from '../../../shared/kernel/places';
import type { Instant } from '../../../shared/kernel/scalar';
import { type Reach, reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import type { Part, StoredSession } from '../documents';
import { nextLookAt } from './leavers';
import { nextReminderAt } from './reminder';

export type Terms = Omit<ParsedInputOf<ClassroomContract['arrangeSession']>, 'requestId' | 'trainerIds'>;

/** What a session needs besides its terms. */
export interface Arranging {
  sessionId: string;
  fingerprint: string;
  arrangedById: string;
  trainers: StoredSession['trainers'];
  makesUpForId: string | null;
  now: Date;
}

/** Refuses a time that is past, or ends before it begins. */
export function checkTimes({ startsAt, endsAt }: Pick<Terms, 'startsAt' | 'endsAt'>, at: Instant): void {
  if (!(at < startsAt && startsAt < endsAt)) refuse('session_times_wrong');
}

/** When and where, in one line of at most 120 characters. */
export const whenAndWhere = ({ startsAt, place }: Pick<Terms, 'startsAt' | 'place'>) =>
  `${clockOf(startsAt)} · ${place}`;

export const trainerIdsOf = ({ trainers }: Pick<StoredSession, 'trainers'>) => trainers.map(({ personId }) => personId);

/** A new session without anybody in it. The trainers are to be told. */
export function newSession(terms: Terms, arranging: Arranging): StoredSession {
  const { sessionId: _id, now, trainers, ...from } = arranging;
  const { title, about, place, startsAt, endsAt, quota, hours, branchId, courseId } = terms;
  const at = now.toISOString();
  checkTimes(terms, at);
  const asked = { id: `${_id}.t0`, title: `请你主讲：${title}`, line: whenAndWhere(terms) };
  return {
    ...{ _id, title, about, place, startsAt, endsAt, quota, hours, branchId, courseId, trainers, ...from },
    ...{ state: 'open', cancelReason: null, memberIds: [], seatsLeft: quota, parts: {}, gone: [], leftKeys: [] },
    ...{
      announcements: [{ ...asked, personIds: trainerIdsOf({ trainers }) }],
      version: 0,
      pendingSince: at,
      changedAt: at,
    },
    ...{ lookAt: nextLookAt(startsAt, now), remindAt: nextReminderAt(startsAt, at), sort: `${endsAt}.${_id}` },
  };
}

/** Who looks at a session. */
export interface Viewer {
  personId: string;
  branchId: string;
  reach: Reach;
}

/** What lists read of a session: what happened with each place stays out, it is long. */
export const headFields = [
  'title',
  'about',
  'place',
  'trainers',
  'startsAt',
  'endsAt',
  'quota',
  'hours',
  'branchId',
  'courseId',
  'makesUpForId',
  'state',
  'cancelReason',
  'memberIds',
  'seatsLeft',
  'sort',
] as const satisfies readonly (keyof StoredSession)[];
export type SessionHead = Pick<StoredSession, '_id' | (typeof headFields)[number]>;

/** A session of the whole company is within reach of HR everywhere only; a branch's also of its own HR. */
export function mayArrange({ branchId }: SessionHead, { reach }: Viewer): boolean {
  return reaches(reach, branchId);
}

export function mayTeach(session: SessionHead, viewer: Viewer): boolean {
  return trainerIdsOf(session).includes(viewer.personId) || mayArrange(session, viewer);
}

/** Who may sign up by themselves: for others HR decides. */
export function mayTakePlace({ branchId }: SessionHead, viewer: Viewer): boolean {
  return branchId === null || branchId === viewer.branchId;
}

/** Whoever HR gave a place sees it, wherever they work. */
export function maySee(session: SessionHead, viewer: Viewer): boolean {
  const isPlaced = session.memberIds.includes(viewer.personId);
  return mayTakePlace(session, viewer) || isPlaced || mayTeach(session, viewer);
}

function attendanceOf(part: Part | undefined): Omit<MyPlace, 'state' | 'queuePlace' | 'feedback'> {
  const { signedInAt = null, signedInBy = null, lateMinutes = null, result = null } = part ?? {};
  const shown = result && { isPassed: result.isPassed, score: result.score, hours: result.hours };
  return { signedInAt, signedInBy, lateMinutes, result: shown };
}

/** One line of the trainer's list. */
export function participantView(session: Pick<StoredSession, 'memberIds' | 'quota'>, part: Part): Participant {
  const { personId, name, departmentName } = part;
  const state = placeOf(session, personId)?.state ?? 'waiting';
  return { personId, name, departmentName, state, ...attendanceOf(part) };
}

/** A session as one person sees it; without `part` as in a list. */
export function sessionView(session: SessionHead, part: Part | undefined, viewer: Viewer): Session {
  const { _id, title, about, place, trainers, startsAt, endsAt, quota, hours, branchId, courseId, makesUpForId } =
    session;
  const { state, cancelReason, seatsLeft } = session;
  const own = placeOf(session, viewer.personId);
  const queuePlace = own?.state === 'waiting' ? own.index - quota + 1 : null;
  const feedback = part?.feedback ?? null;
  const mine = own && {
    ...{ state: own.state, queuePlace, ...attendanceOf(part) },
    feedback: feedback && { course: feedback.course, trainer: feedback.trainer, words: feedback.words },
  };
  return {
    ...{ _id, title, about, place, trainers, startsAt, endsAt, quota, hours, branchId, courseId, makesUpForId },
    ...{ state, cancelReason, mine, taken: quota - Math.max(0, seatsLeft), waiting: Math.max(0, -seatsLeft) },
    ...{ mayTeach: mayTeach(session, viewer), mayArrange: mayArrange(session, viewer) },
  };
}

/** Refuses what is too late once a session has begun, or for nothing once it is cancelled. */
export function checkNotBegun({ state, startsAt }: SessionHead, at: Instant): void {
  if (state === 'cancelled') refuse('session_cancelled');
  if (at >= startsAt) refuse('session_begun');
}

/** Sign-in is open from an hour before the beginning to the end; the trainer's list two weeks longer. */
export function signInWindow({ startsAt, endsAt }: Pick<SessionHead, 'startsAt' | 'endsAt'>) {
  return {
    from: minutesAfter(new Date(startsAt), -signInLeadMinutes),
    until: endsAt,
    listUntil: minutesAfter(new Date(endsAt), afterDays * 24 * 60),
  };
}

export function checkSignInOpen(session: SessionHead, at: Instant, by: 'themselves' | 'trainer'): void {
  if (session.state === 'cancelled') refuse('session_cancelled');
  const { from, until, listUntil } = signInWindow(session);
  if (at < from || at > (by === 'trainer' ? listUntil : until)) refuse('sign_in_not_open');
}

/** 迟到: whole minutes after the beginning; 0 for who came in time, to the very second. */
export function lateMinutesAt({ startsAt }: Pick<SessionHead, 'startsAt'>, at: Instant): number {
  const minutes = Math.ceil((Date.parse(at) - Date.parse(startsAt)) / 60_000);
  return Math.min(mostLateMinutes, Math.max(0, minutes));
}
