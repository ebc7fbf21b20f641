import type { ParsedInputOf } from '../../../shared/kernel/contract';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { mostQuestions } from '../../../shared/offboarding/settlement';
import { refuse } from '../../../shared/refusal';
import type { StoredQuestion, StoredSeparation } from '../documents';
import { type Act, checkNotOwn } from './decide';
import { unconfirmed } from './settle-money';

type Asking = Pick<ParsedInputOf<OffboardingContract['questionSettlement']>, 'lineAt' | 'seenTotalFen'>;

export const isOpenQuestion = ({ outcome }: Pick<StoredQuestion, 'outcome'>) => outcome === null;

/** Whether the leaver may ask: about figures that two people stood by, until the record is deleted. */
export const mayQuestion = ({ state, settlement, questions }: StoredSeparation): boolean =>
  (state === 'acknowledged' || state === 'effective' || state === 'closed') &&
  settlement !== null &&
  settlement.state !== 'drafted' &&
  questions.length < mostQuestions;

/** Refuses a question about figures that are not shown, or no longer those that were seen. */
export function checkQuestion(
  separation: StoredSeparation,
  { lineAt, seenTotalFen }: Asking,
  shown: { lines: readonly unknown[]; totalFen: number } | null,
): void {
  const { settlement, questions } = separation;
  if (questions.length >= mostQuestions) refuse('settlement_questions_full');
  if (!mayQuestion(separation) || settlement === null || shown === null) refuse('leaving_step_passed');
  else if (shown.totalFen !== seenTotalFen || (lineAt !== null && lineAt >= shown.lines.length)) {
    refuse('settlement_changed');
  }
}

export function questioned(
  separation: StoredSeparation,
  questionId: string,
  sealed: string,
  act: Act,
): StoredSeparation {
  const question = { questionId, sealed, askedAt: act.at, outcome: null, sealedAnswer: null, answeredBy: null };
  return { ...separation, questions: [...separation.questions, question] };
}

/** An answer. What is put right goes the whole way again: figures by one, confirmed by another, shown anew. */
export function answered(
  separation: StoredSeparation,
  { questionId, outcome, sealedAnswer }: { questionId: string; outcome: 'explained' | 'mended'; sealedAnswer: string },
  act: Act,
): StoredSeparation {
  checkNotOwn(separation, act);
  const { questions, settlement } = separation;
  const open = questions.find((question) => question.questionId === questionId && isOpenQuestion(question));
  if (!open || settlement === null) return refuse('settlement_question_not_found');
  if (outcome === 'mended' && settlement.state === 'paid') refuse('settlement_paid');

  const after = { ...open, outcome, sealedAnswer, answeredBy: act.name };
  return {
    ...separation,
    questions: questions.map((question) => (question === open ? after : question)),
    settlement: outcome === 'mended' ? unconfirmed(settlement) : settlement,
  };
}
