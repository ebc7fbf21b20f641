import fc from 'fast-check';
import type { Question } from '../../../shared/training/question';
import { feedbackFigures } from './course-feedback';
import { correlationOf, examFigures, type JudgedAttempt, questionFigures, stopsOf } from './figures';

const question = (questionId: string): Question => ({
  ...{ kind: 'trueFalse', questionId, text: `题 ${questionId}`, right: true, explanation: '' },
});
const bank = ['a', 'b', 'c'].map(question);
const sat = (rightIds: string[], drawnIds = ['a', 'b', 'c']): JudgedAttempt => ({
  ...{ drawnIds, rightIds, percent: Math.floor((rightIds.length * 100) / drawnIds.length) },
  isPassed: rightIds.length === drawnIds.length,
});
const times = (count: number, attempt: JudgedAttempt) => Array.from({ length: count }, () => attempt);
const of = (attempts: JudgedAttempt[], id: string) =>
  questionFigures(bank, attempts).find(({ questionId }) => questionId === id);

describe('a question of the bank', () => {
  it('says nothing while fewer than five were given it', () => {
    const attempts = [...times(4, sat(['a'])), sat(['b'], ['b', 'c'])];
    expect(of(attempts, 'a')).toBeUndefined();
    expect(of(attempts, 'b')).toMatchObject({ asked: 5, rightPercent: 20, discrimination: null });
  });

  it('that only those get right who get the rest right parts the two fully; turned round, it is suspicious', () => {
    const knows = times(10, sat(['a', 'b', 'c']));
    expect(of([...knows, ...times(10, sat([]))], 'a')).toMatchObject({ rightPercent: 50, discrimination: 100 });
    const turned = [...times(10, sat(['b', 'c'])), ...times(10, sat(['a']))];
    expect(of(turned, 'a')).toMatchObject({ rightPercent: 50, discrimination: -100 });
  });

  it('that everybody gets right parts nobody, and 19 are too few to say', () => {
    expect(of([...times(10, sat(['a', 'b'])), ...times(10, sat(['a']))], 'a')?.discrimination).toBeNull();
    expect(of([...times(10, sat(['a', 'b', 'c'])), ...times(9, sat([]))], 'a')?.discrimination).toBeNull();
  });

  it('comes before the easier ones', () => {
    const attempts = [...times(3, sat(['b'])), ...times(2, sat(['b', 'c']))];
    expect(questionFigures(bank, attempts).map(({ questionId }) => questionId)).toEqual(['a', 'c', 'b']);
  });
});

it('first attempts count from five on', () => {
  expect(examFigures(times(4, sat(['a'])))).toBeNull();
  expect(examFigures([...times(4, sat(['a', 'b', 'c'])), sat(['a'])])).toEqual({
    ...{ sat: 5, passedPercent: 80, averagePercent: 87 },
  });
});

describe('who is under way', () => {
  const lesson = (lessonId: string) => ({
    ...{ lessonId, title: `课 ${lessonId}`, minutes: 1, kind: 'article' as const },
    done: { kind: 'opened' as const, seconds: 0 },
  });
  const chapters = [{ chapterId: 'one', title: '一', lessons: [lesson('x'), lesson('y')] }];
  const exam = { questions: 1, minutes: 1, passPercent: 80, attempts: 1, waitHours: 0 };
  const done = (...lessonIds: string[]) => ({
    facts: { exams: [], lessons: lessonIds.map((lessonId) => ({ lessonId, doneAt: '2026-11-22', percent: null })) },
  });

  it('stands at the first lesson not done, or at the exam; four are too few to show', () => {
    const five = [done(), done('y'), done('x'), done('x', 'y'), done('x', 'y')];
    expect(stopsOf({ chapters, exam }, five)?.places.map(({ learners }) => learners)).toEqual([2, 1, 2]);
    expect(stopsOf({ chapters, exam }, five.slice(1))).toBeNull();
  });
});

it('a correlation lies between -1 and 1, the same from both sides', () => {
  const pairs = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.float({ min: 0, max: 1, noNaN: true })), { minLength: 1 });
  fc.assert(
    fc.property(pairs, (drawn) => {
      const one = correlationOf(drawn);
      const other = correlationOf(drawn.map(([left, right]) => [right, left] as const));
      expect(one === null).toBe(other === null);
      if (one === null || other === null) return;
      expect(Math.abs(one)).toBeLessThanOrEqual(1);
      expect(one).toBeCloseTo(other, 9);
    }),
  );
});

it('what four said is shown to nobody, what five said is', () => {
  const said = ['一', '二', '三', '四', '五'].map((words) => ({ useful: 4, clear: 5, words }));
  expect(feedbackFigures(said.slice(1))).toBeNull();
  expect(feedbackFigures(said)).toMatchObject({ answers: 5, usefulAverage: 4, clearAverage: 5 });
});
