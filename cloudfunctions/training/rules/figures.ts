import { smallestGroup } from '../../../shared/training/course-feedback';
import type { ExamFigures, QuestionFigures, Stops } from '../../../shared/training/figures';
import { fewestForDiscrimination } from '../../../shared/training/figures';
import type { Question } from '../../../shared/training/question';
import type { PublishedCourse, StoredAttempt, StoredLearning } from '../documents';

const percentOf = (part: number, whole: number) => Math.round((part * 100) / whole);
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where learners under way stand: at the first lesson that is not done, or at the exam. Null for a small group. */
export function stopsOf(
  { chapters, exam }: Pick<PublishedCourse, 'chapters' | 'exam'>,
  underWay: readonly Pick<StoredLearning, 'facts'>[],
): Stops | null {
  if (underWay.length < smallestGroup) return null;
  const lessons = chapters.flatMap((chapter) => chapter.lessons);
  const counted = new Map<string | null, number>();
  for (const { facts } of underWay) {
    const done = new Set(facts.lessons.flatMap(({ lessonId, doneAt }) => (doneAt === null ? [] : [lessonId])));
    const next = lessons.find(({ lessonId }) => !done.has(lessonId))?.lessonId ?? null;
    counted.set(next, (counted.get(next) ?? 0) + 1);
  }
  const places = [...lessons, ...(exam ? [{ lessonId: null, title: '考试' }] : [])];
  return {
    learners: underWay.length,
    places: places.map(({ lessonId, title }) => ({ lessonId, title, learners: counted.get(lessonId) ?? 0 })),
  };
}

/** A judged attempt, as much of it as figures need. */
export type JudgedAttempt = Pick<StoredAttempt, 'drawnIds' | 'rightIds' | 'percent' | 'isPassed'>;

export function examFigures(attempts: readonly JudgedAttempt[]): ExamFigures | null {
  if (attempts.length < smallestGroup) return null;
  const passed = attempts.filter(({ isPassed }) => isPassed).length;
  return {
    sat: attempts.length,
    passedPercent: percentOf(passed, attempts.length),
    averagePercent: Math.round(meanOf(attempts.map(({ percent }) => percent ?? 0))),
  };
}

/** Pearson's correlation; null where one of the two never changes. */
export function correlationOf(pairs: readonly (readonly [number, number])[]): number | null {
  const [left, right] = [meanOf(pairs.map(([one]) => one)), meanOf(pairs.map(([, other]) => other))];
  let [together, ofLeft, ofRight] = [0, 0, 0];
  for (const [one, other] of pairs) {
    together += (one - left) * (other - right);
    ofLeft += (one - left) ** 2;
    ofRight += (other - right) ** 2;
  }
  const apart = Math.sqrt(ofLeft * ofRight);
  return apart < 1e-9 ? null : Math.min(1, Math.max(-1, together / apart));
}

/** Being right at this question against the share of right ones among the others of the same paper. */
function discriminationOf(questionId: string, asked: readonly JudgedAttempt[]): number | null {
  if (asked.length < fewestForDiscrimination) return null;
  const pairs = asked.flatMap(({ drawnIds, rightIds }) => {
    const isRight = rightIds.includes(questionId) ? 1 : 0;
    const others = drawnIds.length - 1;
    return others < 1 ? [] : [[isRight, (rightIds.length - isRight) / others] as const];
  });
  const correlation = pairs.length === 0 ? null : correlationOf(pairs);
  return correlation === null ? null : Math.round(correlation * 100);
}

/** What the bank's questions were worth, the hardest first. A question that fewer than five were given is left out. */
export function questionFigures(bank: readonly Question[], attempts: readonly JudgedAttempt[]): QuestionFigures[] {
  return bank
    .flatMap(({ questionId, text }) => {
      const asked = attempts.filter(({ drawnIds }) => drawnIds.includes(questionId));
      if (asked.length < smallestGroup) return [];
      const right = asked.filter(({ rightIds }) => rightIds.includes(questionId)).length;
      return [
        {
          ...{ questionId, text, asked: asked.length, rightPercent: percentOf(right, asked.length) },
          discrimination: discriminationOf(questionId, asked),
        },
      ];
    })
    .sort((one, other) => one.rightPercent - other.rightPercent);
}
