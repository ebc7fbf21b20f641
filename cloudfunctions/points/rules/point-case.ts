import { instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { CaseOutcome, PointCase } from '../../../shared/points/board';
import type { LedgerEntryView } from '../../../shared/points/model';
import { refuse } from '../../../shared/refusal';
import { isVoidable } from './correction';

/** Cases that one person may have open at the same time. */
export const openCasesLimit = 3;

/** 积分疑问 as stored. */
export interface StoredCase extends PointCase {
  /** Order of HR's list: who asked first comes first. */
  sort: string;
  /** `open-1` to `open-3` while it is open, then its own id: a unique index keeps anybody from having a fourth. */
  slot: string;
  requestId: string;
  /** The request that answered it, and who sent it. */
  answerRequestId: string | null;
  answeredById: string | null;
  /** Since when points are on their way; null when none are. */
  answeringSince: Instant | null;
  /** Since when the person is to be told; null when they know. */
  tellSince: Instant | null;
}

export interface Question {
  caseId: string;
  personId: string;
  personName: string;
  entry: LedgerEntryView;
  question: string;
  requestId: string;
}

export function openCase({ caseId, ...asked }: Question, slot: string, now: Date): StoredCase {
  const askedAt = instant(now);
  return {
    _id: caseId,
    ...asked,
    state: 'open',
    slot,
    sort: `${askedAt}.${caseId}`,
    outcome: null,
    points: null,
    answer: null,
    answeredBy: null,
    askedAt,
    answeredAt: null,
    answerRequestId: null,
    answeredById: null,
    answeringSince: null,
    tellSince: null,
  };
}

const slots = Array.from({ length: openCasesLimit }, (_, index) => `open-${index + 1}`);

/** A slot that none of a person's open cases has. */
export function freeSlot(open: readonly Pick<StoredCase, 'slot'>[]): string {
  const free = slots.find((slot) => !open.some((one) => one.slot === slot));
  return free ?? refuse('cases_open_too_many');
}

/** What HR decides about a case. */
export interface CaseAnswer {
  outcome: CaseOutcome;
  /** With `corrected` only. */
  points: number | null;
  answer: string;
  answeredById: string;
  answeredBy: string;
  requestId: string;
}

/** Passes when a case may be answered like this. HR answers nothing about their own points. */
export function checkAnswer(stored: StoredCase, { outcome, points, answeredById }: CaseAnswer): void {
  if (stored.personId === answeredById) refuse('own_account_kept');
  if (outcome === 'voided' && !isVoidable(stored.entry)) refuse('entry_not_voidable');
  if (outcome === 'corrected' && (points === null || points === 0)) refuse('case_points_missing');
}

/** Whether this is what a request answered before. */
export function isSameAnswer(stored: StoredCase, { outcome, points, answer, requestId }: CaseAnswer): boolean {
  if (stored.answerRequestId !== requestId || stored.answer !== answer || stored.outcome !== outcome) return false;
  return outcome !== 'corrected' || stored.points === points;
}

/** The case while its points are on their way. */
export function answering({ outcome, points, answer, answeredById, answeredBy, requestId }: CaseAnswer, now: Date) {
  const said = { outcome, points: outcome === 'corrected' ? points : null, answer, answeredBy, answeredById };
  return { ...said, state: 'answering', answerRequestId: requestId, answeringSince: instant(now) } as const;
}

/** The case once its points, if any, have arrived. */
export function answered({ _id }: StoredCase, points: number | null, now: Date) {
  const at = instant(now);
  return { state: 'answered', slot: _id, points, answeredAt: at, answeringSince: null, tellSince: at } as const;
}

/** The case as it was before an answer that could not be carried out. */
export const reopened = {
  ...{ state: 'open', outcome: null, points: null, answer: null, answeredBy: null, answeredById: null },
  ...{ answerRequestId: null, answeringSince: null },
} as const;

/** A case as people see it. */
export function caseView(stored: StoredCase): PointCase {
  const { sort, slot, requestId, answerRequestId, answeredById, answeringSince, tellSince, ...pointCase } = stored;
  return pointCase;
}
