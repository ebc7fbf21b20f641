import { dayOf } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { Chapter } from '../../../shared/training/course';
import type { LearningState } from '../../../shared/training/learning';
import type { ExamFact, LearningFacts, LessonFact, QuizTelling, SessionFact } from '../documents';

/** Something that a learner did, as often and in whatever order it is heard. */
export type Fact =
  | { kind: 'lessonDone'; lessonId: string; at: Instant }
  | { kind: 'quizAnswered'; lessonId: string; percent: number; isPassed: boolean; at: Instant }
  | ({ kind: 'examJudged' } & ExamFact)
  | ({ kind: 'sessionPassed' } & SessionFact);

export const noFacts: LearningFacts = { lessons: [], exams: [] };

const earlier = (one: Instant | null, other: Instant | null) => {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
};

function withLesson(lessons: readonly LessonFact[], fact: LessonFact): LessonFact[] {
  const known = lessons.find(({ lessonId }) => lessonId === fact.lessonId);
  const percents = [known?.percent, fact.percent].filter((percent) => typeof percent === 'number');
  const merged: LessonFact = {
    lessonId: fact.lessonId,
    doneAt: earlier(known?.doneAt ?? null, fact.doneAt),
    percent: percents.length > 0 ? Math.max(...percents) : null,
  };
  const others = lessons.filter(({ lessonId }) => lessonId !== fact.lessonId);
  return [...others, merged].sort((one, other) => (one.lessonId < other.lessonId ? -1 : 1));
}

/** The facts with one more. The same in any order, and a repeat adds nothing. */
export function withFact(facts: LearningFacts, fact: Fact): LearningFacts {
  if (fact.kind === 'sessionPassed') {
    const { kind: _, ...passed } = fact;
    const known = facts.sessions ?? [];
    if (known.some(({ sessionId }) => sessionId === passed.sessionId)) return facts;
    return { ...facts, sessions: [...known, passed].sort((one, other) => (one.sessionId < other.sessionId ? -1 : 1)) };
  }
  if (fact.kind === 'examJudged') {
    const { kind: _, ...judged } = fact;
    if (facts.exams.some(({ number }) => number === judged.number)) return facts;
    return { ...facts, exams: [...facts.exams, judged].sort((one, other) => one.number - other.number) };
  }
  const lesson: LessonFact =
    fact.kind === 'lessonDone'
      ? { lessonId: fact.lessonId, doneAt: fact.at, percent: null }
      : { lessonId: fact.lessonId, doneAt: fact.isPassed ? fact.at : null, percent: fact.percent };
  return { ...facts, lessons: withLesson(facts.lessons, lesson) };
}

/** The quiz that a fact passes for the first time, if it does. */
export function quizzesPassed({ lessons }: LearningFacts, fact: Fact): QuizTelling[] {
  if (fact.kind !== 'quizAnswered' || !fact.isPassed) return [];
  const isKnown = lessons.some(({ lessonId, doneAt }) => lessonId === fact.lessonId && doneAt !== null);
  return isKnown ? [] : [`quiz.${fact.lessonId}`];
}

/** What a version asks for. */
export interface Demands {
  chapters: Chapter[];
  exam: object | null;
}

export interface Progress {
  state: Exclude<LearningState, 'assigned'>;
  progressPercent: number;
  isReadyForExam: boolean;
  passedAt: Instant | null;
  bestPercent: number | null;
  stars: number;
}

/** From here on the best of an exam (or of every quiz) is worth a star. */
const fineWorkPercent = 90;

/**
 * Where a learner stands: a function of the facts, the version and the day it is wanted by, and of nothing else.
 * A session passed is as good as all lessons and the exam. Lessons that the version does not know are passed over.
 * Stars: passed; in time; fine work.
 */
export function progressOf({ chapters, exam }: Demands, facts: LearningFacts, dueOn: Day | null): Progress {
  const wanted = chapters.flatMap(({ lessons }) => lessons);
  const known = new Map(facts.lessons.map((fact) => [fact.lessonId, fact]));
  const doneAt = wanted.flatMap(({ lessonId }) => known.get(lessonId)?.doneAt ?? []);
  const isReadyForExam = doneAt.length === wanted.length;
  const passes = facts.exams.filter(({ isPassed }) => isPassed).map(({ at }) => at);
  const examPassedAt = [...passes].sort()[0] ?? null;
  const isLearned = isReadyForExam && (exam === null || examPassedAt !== null);
  const parts = wanted.length + (exam ? 1 : 0);
  const done = doneAt.length + (exam && examPassedAt ? 1 : 0);
  const learnedAt = isLearned
    ? ([...doneAt, ...(exam && examPassedAt ? [examPassedAt] : [])].sort().at(-1) ?? null)
    : null;
  const [attendedAt = null] = (facts.sessions ?? []).map(({ at }) => at).sort();
  const passedAt = earlier(learnedAt, attendedAt);
  const quizzes = wanted.flatMap(({ lessonId, kind }) => (kind === 'quiz' ? [known.get(lessonId)?.percent ?? 0] : []));
  const bestPercent = facts.exams.length > 0 ? Math.max(...facts.exams.map(({ percent }) => percent)) : null;
  const isFine = exam ? (bestPercent ?? 0) >= fineWorkPercent : quizzes.every((percent) => percent >= fineWorkPercent);
  const isInTime = passedAt !== null && (dueOn === null || dayOf(passedAt) <= dueOn);
  return {
    state: passedAt === null ? 'learning' : 'passed',
    // Who passed a session of the course has no lesson left to do.
    progressPercent: attendedAt !== null ? 100 : parts === 0 ? 0 : Math.floor((done * 100) / parts),
    ...{ isReadyForExam, passedAt, bestPercent },
    stars: passedAt === null ? 0 : 1 + (isInTime ? 1 : 0) + (isFine ? 1 : 0),
  };
}
