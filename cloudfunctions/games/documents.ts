import { createHash } from 'node:crypto';
import type { QuizContent, QuizOutcome, QuizScore } from '../../shared/games/quiz';
import type { Instant } from '../../shared/kernel/scalar';

/** 节日答题 as stored. `_id` follows from the request that began it. */
export interface StoredQuiz extends QuizContent {
  _id: string;
  state: 'draft' | 'published' | 'withdrawn';
  version: number;
  /** The request that changed it last, so that its repeat is known. */
  lastRequestId: string;
  writtenById: string;
  /** When it opens, and id: the order of HR's list. */
  sort: string;
  /** The same for everybody, once it is published; null while it is HR's alone. */
  shownSort: string | null;
  /** From when everybody is to have the task, or to lose it when it was taken back; null when that is done. */
  announceSince: Instant | null;
  announceCursor: string | null;
  /** From when tries are counted; null before it is published, and when it is done. */
  countSince: Instant | null;
  count: QuizCount | null;
  outcome: QuizOutcome | null;
}

/** How far counting has come. */
export interface QuizCount {
  cursor: string | null;
  people: number;
  /** How many had each question wrong. */
  wrong: number[];
}

/** One person's one try. `_id` is quiz and person. */
export interface StoredTry extends QuizScore {
  _id: string;
  quizId: string;
  personId: string;
  title: string;
  picks: number[];
  requestId: string;
  /** Moment and id: the order of my tries. */
  sort: string;
  /** Since when points and task are owed; null when both are done. */
  pendingSince: Instant | null;
  /** From when it is no longer kept. */
  purgeAt: Instant;
}

export const quizIdOf = (requestId: string) =>
  `q-${createHash('sha256').update(requestId).digest('base64url').slice(0, 22)}`;

export const tryIdOf = (quizId: string, personId: string) => `${quizId}.${personId}`;
