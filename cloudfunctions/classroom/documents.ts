import { createHash } from 'node:crypto';
import type { Session, SessionFeedback, SessionResult, SignedInBy } from '../../shared/classroom/session';
import type { Instant } from '../../shared/kernel/scalar';

/** Whoever has a place, and what happened with it. */
export interface Part {
  personId: string;
  name: string;
  departmentName: string;
  /** Follows from person and request: one sign-up, one key. */
  key: string;
  joinedAt: Instant;
  /** Stood on the waiting list at first, and has not yet been told of a seat. */
  isWaitingStill: boolean;
  /** Whether the session stands on this person's 今天. */
  isOnToday: boolean;
  signedInAt: Instant | null;
  signedInBy: SignedInBy | null;
  lateMinutes: number | null;
  feedback: (SessionFeedback & { at: Instant; requestId: string }) | null;
  result: (SessionResult & { at: Instant }) | null;
  /** What of all that still has to be told: by the sweep if not at once. */
  duties: Duty[];
}

/** `ask` who came for feedback, `thank` who gave it with points, `tell` who has a result and certify it. */
export type Duty = 'ask' | 'thank' | 'tell';

/** Something that is to be told; `personIds` null: everybody with a place, and the trainers. */
export interface Announcement {
  id: string;
  title: string;
  line: string;
  personIds: string[] | null;
}

/**
 * 培训班次 as stored; `_id` follows from who arranged it and the request. Who has a place stands here in the order of
 * sign-ups: the first `quota` of them have seats, the others wait. So nobody has to be moved up: when somebody leaves,
 * the order says already who has the seat (ADR 0013).
 */
export interface StoredSession extends Omit<Session, 'taken' | 'waiting' | 'mine' | 'mayTeach' | 'mayArrange'> {
  arrangedById: string;
  /** What was asked for, so that a repeat is known from another request under the same id. */
  fingerprint: string;
  /** In the order of sign-ups. */
  memberIds: string[];
  /** The quota less everybody with a place; below 0 so many wait. Alone it says whether a sign-up gets a seat. */
  seatsLeft: number;
  /** By `partOf`. */
  parts: Record<string, Part>;
  /** Left, with the session perhaps still on their 今天. */
  gone: { personId: string; at: Instant }[];
  /** Sign-ups that were given up, the last of them: none comes back by its repeat. */
  leftKeys: string[];
  announcements: Announcement[];
  /** When HR last decided something about it. */
  changedAt: Instant;
  /** Counts every change. */
  version: number;
  /** Since when something is to be told or cleared; null when nothing is. */
  pendingSince: Instant | null;
  /** When it is looked next who will have left by then; null when there is no time for it any more. */
  lookAt: Instant | null;
  /** When people are reminded next; null when no reminder is left. */
  remindAt: Instant | null;
  /** End and id: the order of every list. */
  sort: string;
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export const sessionIdOf = (personId: string, requestId: string) => `s-${shortHash(`${personId}:${requestId}`)}`;
export const placeKeyOf = (personId: string, requestId: string) => `k-${shortHash(`${personId}:${requestId}`)}`;
export const fingerprintOf = (content: object) => shortHash(JSON.stringify(content));
