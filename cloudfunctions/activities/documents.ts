import { createHash } from 'node:crypto';
import type { Activity, AttendedBy, EnrolmentState, Feedback } from '../../shared/activities/activity';
import type { Instant } from '../../shared/kernel/scalar';

/** Who holds a seat or waits for one. `key` follows from person and request: one sign-up, one key. */
export interface Place {
  personId: string;
  key: string;
}

/** A person whose enrolment and fee do not yet say what the activity says. */
export interface Settling extends Place {
  /** Left again, with what was paid going back. */
  isGone: boolean;
  /** Held a seat, so that a fee may have been taken. */
  isOwed: boolean;
  /** Moved up from the waiting list. */
  isPromoted: boolean;
}

/**
 * 活动 as stored; `_id` follows from publisher and request. Who has a seat and who waits, in order, stands in this one
 * document: the last seat is given away by one conditional update (ADR 0011).
 */
export interface StoredActivity extends Omit<Activity, 'waiting' | 'mine' | 'mayOrganise'> {
  organiserIds: string[];
  publishedById: string;
  /** What was asked for, so that a repeat is known from another request under the same id. */
  fingerprint: string;
  seats: Place[];
  waiting: Place[];
  waitingCount: number;
  /** Seats given back that still count as taken: they belong to who waits. */
  vacant: number;
  settling: Settling[];
  /** Counts every change of seats, waiting and state. */
  version: number;
  /** Since when something is to be settled; null when nothing is. */
  pendingSince: Instant | null;
  /** How far the notice has walked over the colleagues, and since when it walks; null when it has arrived. */
  announceCursor: string | null;
  announceSince: Instant | null;
  /** When those with a seat are reminded; null once they were. */
  remindAt: Instant | null;
  /** End and id: the order of every list. */
  sort: string;
}

/** One person's part in one activity, for lists and for what happens there. `_id` is activity and person. */
export interface StoredEnrolment {
  _id: string;
  activityId: string;
  personId: string;
  name: string;
  departmentName: string;
  state: EnrolmentState;
  /** The sign-up that the state belongs to. */
  key: string;
  /** Sign-ups that were given up: none of them ever comes back. */
  leftKeys: string[];
  isAttended: boolean;
  attendedAt: Instant | null;
  attendedBy: AttendedBy | null;
  /** Of a check-in by position; the position itself is not kept. */
  fix: { accuracyMeters: number; ageSeconds: number; distanceMeters: number } | null;
  hasAnswered: boolean;
  feedback: (Feedback & { at: Instant; requestId: string }) | null;
  /** Since when points for coming are on their way; null when they arrived. */
  pendingSince: Instant | null;
  /** Sign-up and person: the order of the organiser's list. */
  sort: string;
  /** The activity's end and id: the order of my own list. */
  calendarSort: string;
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export const activityIdOf = (personId: string, requestId: string) => `a-${shortHash(`${personId}:${requestId}`)}`;
export const placeKeyOf = (personId: string, requestId: string) => `k-${shortHash(`${personId}:${requestId}`)}`;
export const enrolmentIdOf = (activityId: string, personId: string) => `${activityId}.${personId}`;
export const fingerprintOf = (content: object) => shortHash(JSON.stringify(content));
