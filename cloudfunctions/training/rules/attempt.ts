import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { ExamTerms } from '../../../shared/training/course';
import { type AttemptView, type ExamHindrance, graceSeconds } from '../../../shared/training/learning';
import type { Question } from '../../../shared/training/question';
import type { StoredAttempt, StoredLearning } from '../documents';
import { drawExam } from './draw';
import { type Answers, askedView, isRight, percentOf, reviewOf } from './judging';
import type { Progress } from './progress';

const millisOf = (minutes: number) => minutes * 60_000;
const later = (at: Date, millis: number): Instant => new Date(at.getTime() + millis).toISOString();

/** What stands in the way of another attempt, and until when it does. */
export function hindranceOf(
  terms: ExamTerms,
  { facts, openAttempt }: Pick<StoredLearning, 'facts' | 'openAttempt'>,
  { isReadyForExam }: Pick<Progress, 'isReadyForExam'>,
  now: Date,
): { hindrance: ExamHindrance | null; waitsUntil: Instant | null } {
  const { exams } = facts;
  const last = exams.at(-1);
  if (exams.some(({ isPassed }) => isPassed)) return { hindrance: 'passed', waitsUntil: null };
  if (openAttempt !== null) return { hindrance: null, waitsUntil: null };
  if (!isReadyForExam) return { hindrance: 'lessonsOpen', waitsUntil: null };
  if (exams.length >= terms.attempts) return { hindrance: 'attemptsUsed', waitsUntil: null };
  const waitsUntil = last ? later(new Date(last.at), millisOf(terms.waitHours * 60)) : null;
  if (waitsUntil !== null && waitsUntil > now.toISOString()) return { hindrance: 'waiting', waitsUntil };
  return { hindrance: null, waitsUntil: null };
}

const refusalOf = {
  passed: 'exam_passed_already',
  lessonsOpen: 'exam_lessons_open',
  attemptsUsed: 'exam_attempts_used',
  waiting: 'exam_waiting',
} as const;

/** Refuses unless another attempt may be begun. */
export function checkHindrance({ hindrance, waitsUntil }: ReturnType<typeof hindranceOf>, now: Date): void {
  if (hindrance === null) return;
  const minutes = waitsUntil === null ? 0 : Math.ceil((Date.parse(waitsUntil) - now.getTime()) / 60_000);
  refuse(refusalOf[hindrance], hindrance === 'waiting' ? { minutes } : {});
}

export const nextNumber = ({ facts }: Pick<StoredLearning, 'facts'>) => (facts.exams.at(-1)?.number ?? 0) + 1;

/** An attempt as it is drawn: everything that judging it will need stands in it. */
export function newAttempt(
  learning: Pick<StoredLearning, 'personId' | 'courseId' | 'title' | 'branchId'>,
  given: { attemptId: string; number: number; version: number; bank: readonly Question[]; terms: ExamTerms },
  seed: number,
  now: Date,
): StoredAttempt {
  const { attemptId, number, version, bank, terms } = given;
  const { personId, courseId, title, branchId } = learning;
  const drawn = drawExam(bank, terms.questions, seed);
  const deadline = now.getTime() + millisOf(terms.minutes);
  return {
    ...{ _id: attemptId, personId, courseId, title, number, version, seed, drawn, drawnCount: drawn.length },
    ...{ branchId, drawnIds: drawn.map(({ questionId }) => questionId), rightIds: [] },
    ...{ answers: {}, terms, state: 'open', startedAt: now.toISOString() },
    ...{ deadlineAt: new Date(deadline).toISOString(), closedAt: null, percent: null, isPassed: null },
    wakeAt: new Date(deadline + graceSeconds * 1000).toISOString(),
  };
}

export const answersOf = ({ drawn, answers }: Pick<StoredAttempt, 'drawn' | 'answers'>): Answers =>
  drawn.map((_, place) => answers[`a${place}`] ?? null);

/** The latest moment at which an answer may have been sent, seen from now. */
export const lastMoment = (now: Date): Instant => later(now, -graceSeconds * 1000);

/** What an attempt is worth: a function of what stands in it. */
export function judged(attempt: StoredAttempt): { percent: number; isPassed: boolean; rightIds: string[] } {
  const { drawn, terms } = attempt;
  const answers = answersOf(attempt);
  const percent = percentOf(drawn, answers);
  const right = drawn.filter((question, place) => isRight(question, answers[place] ?? null));
  return { percent, isPassed: percent >= terms.passPercent, rightIds: right.map(({ questionId }) => questionId) };
}

/** `pictureUrls` are added where the storage is asked. */
export function attemptView(attempt: StoredAttempt, now: Date): Omit<AttemptView, 'pictureUrls'> {
  const { _id, courseId, title, number, startedAt, deadlineAt, drawn, terms, percent, isPassed } = attempt;
  const isOver = attempt.state === 'open' && deadlineAt < lastMoment(now);
  const state = isOver ? 'closed' : attempt.state;
  const answers = answersOf(attempt);
  const showsKeys = isPassed === true || number >= terms.attempts;
  return {
    ...{ attemptId: _id, courseId, title, number, state, startedAt, deadlineAt, percent, isPassed },
    millisLeft: state === 'open' ? Math.max(0, Date.parse(deadlineAt) - now.getTime()) : 0,
    questions: state === 'judged' ? [] : drawn.map(askedView),
    answers: state === 'judged' ? [] : answers.map((one) => (one ? { picks: one.picks, words: one.words } : null)),
    passPercent: terms.passPercent,
    review: state === 'judged' ? reviewOf(drawn, answers, showsKeys) : [],
  };
}
