import {
  type Activity,
  afterDays,
  checkInLeadMinutes,
  type Fix,
  type MyEnrolment,
  oldestFixSeconds,
  type Point,
  worstAccuracyMeters,
} from '../../../shared/activities/activity';
import type { ActivitiesContract } from '../../../shared/activities/contract';
import type { ParsedInputOf } from '../../../shared/kernel/contract';
import { minutesAfter } from '../../../shared/kernel/day';
import { placeOf } from '../../../shared/kernel/places';
import type { Instant } from '../../../shared/kernel/scalar';
import { isMeant, keysOfAudience, type Member } from '../../../shared/people/audience';
import { type Reach, reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import type { StoredActivity, StoredEnrolment } from '../documents';
import { metersBetween } from './place';

export type Terms = Omit<ParsedInputOf<ActivitiesContract['publishActivity']>, 'requestId'>;

/** The moment when those with a seat are reminded: a day before, or at once. */
export const reminderMinutes = 24 * 60;

/** What an activity needs besides its terms. */
export interface Publishing {
  activityId: string;
  fingerprint: string;
  publishedById: string;
  organisers: { personId: string; name: string }[];
  now: Date;
}

/** The branch whose HR organises it as well; null for what reaches further than one. */
function branchOf(audience: Terms['audience']): string | null {
  const [branchId = null, ...others] = audience.kind === 'branches' ? audience.branchIds : [];
  return others.length === 0 ? branchId : null;
}

/** Refuses walk-ins where a seat costs points. */
export function checkWalkIns({ allowsWalkIns, feePoints }: Pick<Terms, 'allowsWalkIns' | 'feePoints'>): void {
  if (allowsWalkIns && feePoints > 0) refuse('activity_walk_in_fee');
}

/** A new activity. Refuses times that do not follow each other, and walk-ins where a seat costs points. */
export function newActivity(terms: Terms, { activityId: _id, organisers, now, ...from }: Publishing): StoredActivity {
  const { organiserIds: _, point, ...said } = terms;
  const { startsAt, endsAt, signUpClosesAt } = said;
  const isInOrder = now.toISOString() < signUpClosesAt && signUpClosesAt <= startsAt && startsAt < endsAt;
  if (!isInOrder) refuse('activity_times_wrong');
  checkWalkIns(said);
  const remindAt = minutesAfter(new Date(startsAt), -reminderMinutes);
  return {
    ...{ _id, ...from, ...said, organisers, organiserIds: organisers.map(({ personId }) => personId) },
    ...{ point: said.kind === 'online' ? null : point, bookedAs: said.title },
    audienceKeys: keysOfAudience(said.audience),
    branchId: branchOf(said.audience),
    ...{
      memberIds: [],
      seatsLeft: said.quota,
      parts: {},
      gone: [],
      announcements: [],
      leftKeys: [],
      version: 0,
      pendingSince: null,
    },
    ...{
      state: 'open',
      cancelReason: null,
      route: null,
      cover: null,
      announceCursor: null,
      announceSince: now.toISOString(),
    },
    // Published on the last day: whoever takes a seat is reminded with it.
    remindAt: remindAt > now.toISOString() ? remindAt : null,
    sort: `${endsAt}.${_id}`,
  };
}

/** Who looks at an activity. */
export interface Viewer extends Member {
  personId: string;
  reach: Reach;
}

/** What lists read of an activity: all but who has a seat. */
export type ActivityHead = Omit<
  StoredActivity,
  | 'memberIds'
  | 'parts'
  | 'gone'
  | 'announcements'
  | 'leftKeys'
  | 'version'
  | 'fingerprint'
  | 'publishedById'
  | 'bookedAs'
  | 'pendingSince'
  | 'announceCursor'
  | 'announceSince'
>;

/** An activity of one branch is also within reach of that branch's HR, every other of HR everywhere only. */
export function mayOrganise(activity: ActivityHead, { personId, reach }: Viewer): boolean {
  return reaches(reach, activity.branchId) || activity.organiserIds.includes(personId);
}

export function maySee(activity: ActivityHead, viewer: Viewer): boolean {
  return isMeant(activity.audienceKeys, viewer) || mayOrganise(activity, viewer);
}

function ownPart(activity: StoredActivity, enrolment: StoredEnrolment | null, personId: string): MyEnrolment | null {
  const place = placeOf(activity, personId);
  const unplaced = enrolment && (enrolment.state === 'walkIn' ? ('walkIn' as const) : ('left' as const));
  const state =
    place?.state === 'seated' ? ('seated' as const) : unplaced === 'walkIn' ? unplaced : (place?.state ?? unplaced);
  if (state === null) return null;
  const queuePlace = state === 'waiting' && place ? place.index - activity.quota + 1 : null;
  return { ...happened(enrolment), state, queuePlace };
}

function happened(enrolment: StoredEnrolment | null): Pick<MyEnrolment, 'attendedAt' | 'feedback'> {
  const answer = enrolment?.feedback ?? null;
  const feedback = answer && { rating: answer.rating, words: answer.words };
  return { attendedAt: enrolment?.attendedAt ?? null, feedback };
}

/** `coverUrl` is filled in by whoever can ask the storage. */
function headView(activity: ActivityHead, viewer: Viewer): Omit<Activity, 'mine'> {
  const { _id, title, kind, about, place, point, startsAt, endsAt, signUpClosesAt, quota, feePoints } = activity;
  const { audience, organisers, allowsWalkIns, state, cancelReason, seatsLeft, route } = activity;
  return {
    ...{ _id, title, kind, about, place, point, startsAt, endsAt, signUpClosesAt, quota, feePoints },
    ...{ audience, organisers, allowsWalkIns, state, cancelReason, hasRoute: route !== null, coverUrl: null },
    ...{ taken: quota - Math.max(0, seatsLeft), waiting: Math.max(0, -seatsLeft) },
    mayOrganise: mayOrganise(activity, viewer),
  };
}

/** The whole activity as one person sees it. */
export function activityView(activity: StoredActivity, enrolment: StoredEnrolment | null, viewer: Viewer): Activity {
  return { ...headView(activity, viewer), mine: ownPart(activity, enrolment, viewer.personId) };
}

/** An activity in a list: the place in the queue stands on its own page only. */
export function rowView(activity: ActivityHead, enrolment: StoredEnrolment | null, viewer: Viewer): Activity {
  const mine = enrolment && { ...happened(enrolment), state: enrolment.state, queuePlace: null };
  return { ...headView(activity, viewer), mine };
}

/** Refuses a sign-up that comes too late, or for another fee than the one that stood on the page. */
export function checkSignUp(activity: ActivityHead, seenFeePoints: number, at: Instant): void {
  if (activity.state === 'cancelled') refuse('activity_cancelled');
  if (at >= activity.signUpClosesAt) refuse('sign_up_closed');
  if (activity.feePoints !== seenFeePoints) refuse('activity_fee_changed');
}

/** Check-in is open from an hour before the beginning to the end; the organiser's list two weeks longer. */
export function checkInWindow({ startsAt, endsAt }: ActivityHead): {
  from: Instant;
  until: Instant;
  listUntil: Instant;
} {
  const end = new Date(endsAt);
  return {
    from: minutesAfter(new Date(startsAt), -checkInLeadMinutes),
    until: endsAt,
    listUntil: minutesAfter(end, afterDays * 24 * 60),
  };
}

export function checkInOpen(activity: ActivityHead, at: Instant, by: 'themselves' | 'organiser'): void {
  if (activity.state === 'cancelled') refuse('activity_cancelled');
  const { from, until, listUntil } = checkInWindow(activity);
  if (at < from || at > (by === 'organiser' ? listUntil : until)) refuse('check_in_not_open');
}

/** What is kept of a position that is near enough. Refuses one that is too far, too vague or too old. */
export function believedFix(point: Point | null, fix: Fix): NonNullable<StoredEnrolment['fix']> {
  if (point === null) refuse('check_in_no_place');
  const { accuracyMeters, ageSeconds } = fix;
  if (accuracyMeters > worstAccuracyMeters || ageSeconds > oldestFixSeconds) refuse('check_in_unsure');
  const distanceMeters = Math.round(metersBetween(point, fix));
  if (distanceMeters > point.radiusMeters) refuse('check_in_too_far', { meters: distanceMeters });
  return { accuracyMeters, ageSeconds, distanceMeters };
}

/** Feedback is for those who were there, for two weeks. */
export function checkFeedbackOpen(activity: ActivityHead, enrolment: StoredEnrolment | null, at: Instant): void {
  if (!enrolment?.isAttended) refuse('feedback_not_attended');
  if (at > checkInWindow(activity).listUntil) refuse('feedback_closed');
}
