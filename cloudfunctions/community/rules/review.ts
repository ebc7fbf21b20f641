import type { ReportReason, ReviewCause, SubjectKind, Verdict } from '../../../shared/community/review';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';

/** Causes and decisions that one review remembers. */
export const rememberedCauses = 20;

export interface StoredCause extends ReviewCause {
  /** Who reported or appealed; null for the check. Told to nobody. */
  byId: string | null;
}

export interface StoredDecision {
  requestId: string;
  verdict: Verdict;
  reason: string;
  byId: string;
  byName: string;
  at: Instant;
}

/** 审核 as stored: one for each post or comment, opened again when there is a new cause. */
export interface StoredReview {
  /** `<kind>.<subject>`: however often something is reported, it waits once. */
  _id: string;
  subjectKind: SubjectKind;
  subjectId: string;
  postId: string;
  branchId: string;
  authorId: string;
  authorName: string;
  isOpen: boolean;
  causes: StoredCause[];
  decisions: StoredDecision[];
  at: Instant;
  /** When it was last opened, and its id: who waited longest comes first. */
  sort: string;
}

/** What is reviewed, as far as the review must know it. */
export interface Subject {
  kind: SubjectKind;
  _id: string;
  postId: string;
  authorId: string;
  authorName: string;
  branchId: string;
}

export const reviewIdOf = (kind: SubjectKind, subjectId: string) => `${kind}.${subjectId}`;

export const causeOfCheck = (at: Instant): StoredCause => ({ kind: 'check', reason: null, words: '', byId: null, at });

export function causeOfReport(byId: string, reason: ReportReason, words: string, at: Instant): StoredCause {
  return { kind: 'report', reason, words, byId, at };
}

export const causeOfAppeal = (byId: string, words: string, at: Instant): StoredCause => ({
  kind: 'appeal',
  reason: null,
  words,
  byId,
  at,
});

export function newReview(subject: Subject, cause: StoredCause): StoredReview {
  const _id = reviewIdOf(subject.kind, subject._id);
  const { postId, branchId, authorId, authorName } = subject;
  return {
    _id,
    subjectKind: subject.kind,
    subjectId: subject._id,
    postId,
    branchId,
    authorId,
    authorName,
    isOpen: true,
    causes: [cause],
    decisions: [],
    at: cause.at,
    sort: `${cause.at}.${_id}`,
  };
}

/** Refuses what a moderator may not decide: their own words, or a take-down without a reason. */
export function checkDecision(review: StoredReview, byId: string, verdict: Verdict, reason: string): void {
  if (review.authorId === byId) refuse('review_own');
  if (verdict === 'takeDown' && reason === '') refuse('review_reason_missing');
}

/** Somebody whose words were reported and stay as they are need not hear of it. */
export function isAuthorTold({ causes }: StoredReview, verdict: Verdict): boolean {
  return verdict === 'takeDown' || causes.some(({ kind }) => kind !== 'report');
}
