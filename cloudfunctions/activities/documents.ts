import { createHash } from 'node:crypto';
import type { Activity, AttendedBy, EnrolmentState, Feedback } from '../../shared/activities/activity';
import type { PhotosState } from '../../shared/activities/photos';
import type { Route } from '../../shared/activities/route';
import type { StoredPicture } from '../../shared/kernel/picture-check';
import type { PlaceState } from '../../shared/kernel/places';
import type { Id, Instant } from '../../shared/kernel/scalar';
import type { SignedUpFor } from '../platform/places';

/** One sign-up. `key` follows from person and request: one sign-up, one key. */
export interface SignUp {
  key: string;
  /** What it got at first: whoever waited is told of a seat. */
  joinedAs: PlaceState;
  /** What fee, enrolment and messages say already; null while nothing does. */
  settledAs: PlaceState | null;
}

/** Whose place it is, or was. */
export interface Place {
  personId: string;
  key: string;
}

/** Left, with the fee perhaps still to go back. */
export interface Gone extends Place {
  /** Held a seat, so that a fee may have been taken. */
  isOwed: boolean;
  at: Instant;
}

/** What everybody who had a place when something changed is still to be told. */
export interface Announcement {
  id: string;
  title: string;
  line: string;
  personIds: string[];
  /** The activity stood on their 今天 already. */
  wasReminded: boolean;
}

/**
 * 活动 as stored; `_id` follows from publisher and request. Who has a place stands here in the order of sign-ups: the
 * first `quota` of them have seats, the others wait. Nobody has to be moved up: when somebody leaves, the order says
 * already who has the seat (ADR 0013).
 */
export interface StoredActivity
  extends SignedUpFor,
    Omit<Activity, '_id' | 'taken' | 'waiting' | 'hasRoute' | 'coverUrl' | 'mine' | 'mayOrganise'> {
  /** Whoever has one of these sees it and may sign up. */
  audienceKeys: string[];
  /** Whose HR organises it besides the company's: that of the one branch that it is for, else nobody's. */
  branchId: string | null;
  organiserIds: string[];
  publishedById: string;
  /** What the books say a seat is for: its first title, since what is booked never changes its words. */
  bookedAs: string;
  /** What was asked for, so that a repeat is known from another request under the same id. */
  fingerprint: string;
  parts: Record<string, SignUp>;
  route: Route | null;
  /** The picture that stands at its head, and of which upload it is. */
  cover: { photosId: string; fileId: string; sort: string } | null;
  gone: Gone[];
  announcements: Announcement[];
  /** How far the notice has walked over the colleagues, and since when it walks; null when it has arrived. */
  announceCursor: string | null;
  announceSince: Instant | null;
  /** When those with a seat are reminded; null once they were. */
  remindAt: Instant | null;
  /** End and id: the order of every list. */
  sort: string;
}

/** 活动照片 as stored; `_id` follows from author and request. */
export interface StoredPhotos {
  _id: string;
  activityId: string;
  authorId: string;
  authorName: string;
  isCover: boolean;
  pictures: StoredPicture[];
  state: PhotosState | 'removed';
  stateReason: string;
  /** Who sees them: everybody who sees the activity, their author (by id), those who organise, or nobody any more. */
  shownTo: 'everybody' | 'organisers' | 'nobody' | Id;
  at: Instant;
  decidedAt: Instant | null;
  /** Counts every change, so that a slow check cannot overrule what came after it. */
  version: number;
  /** Since when checks are to be asked for, or the activity is to be told of its cover; null when nothing is. */
  pendingSince: Instant | null;
  /** Moment and id: the order of the list. */
  sort: string;
}

/** How somebody was found to be at a point. */
export interface Visit {
  at: Instant;
  by: AttendedBy;
  fix: StoredEnrolment['fix'];
}

/** Who was at one point of a route: a set, so that the count is its length. `_id` is activity and point. */
export interface StoredRoutePoint {
  _id: string;
  activityId: string;
  pointId: string;
  visitorIds: string[];
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
  /** Points of the route where this person was, by id. */
  visits: Record<string, Visit>;
  /** Since when a point does not know of a visit yet; null when all do. */
  visitSince: Instant | null;
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
export const photosIdOf = (personId: string, requestId: string) => `g-${shortHash(`${personId}:${requestId}`)}`;
export const enrolmentIdOf = (activityId: string, personId: string) => `${activityId}.${personId}`;
export const routePointIdOf = (activityId: string, pointId: string) => `${activityId}.${pointId}`;
export const fingerprintOf = (content: object) => shortHash(JSON.stringify(content));
