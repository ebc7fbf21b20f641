import { partOf } from '../../../shared/kernel/places';
import type { Part } from '../documents';
import { newPart } from './place';
import { courseOutcomeOf, outcomeOf } from './results';

const at = '2026-11-23T02:00:00.000Z';
const answered = (index: number, words: string): Part => ({
  ...newPart({ personId: `p-${index}`, name: `学员${index}`, departmentName: '研发部' }, `k-${index}`, 'seated', at),
  ...{ signedInAt: at, signedInBy: 'code', lateMinutes: index },
  feedback: { course: 4, trainer: 5, words, at, requestId: `request-of-person-${index}` },
});
const outcomeWith = (words: string[]) => {
  const parts = words.map((said, index) => answered(index, said));
  const memberIds = parts.map(({ personId }) => personId);
  return outcomeOf({ memberIds, quota: 9, parts: Object.fromEntries(parts.map((one) => [partOf(one.personId), one])) });
};

it('what four people said stays closed, their words too', () => {
  expect(outcomeWith(['d', 'c', 'b', 'a'])).toEqual({
    ...{ seated: 4, signedIn: 4, late: 3, passed: 0, answers: 4 },
    ...{ courseAverage: null, trainerAverage: null, words: [] },
  });
});

it('what five people said is shown without names, and in an order that does not tell who came when', () => {
  const outcome = outcomeWith(['d', 'c', '', 'b', 'a']);
  expect(outcome).toMatchObject({ answers: 5, courseAverage: 4, trainerAverage: 5, words: ['a', 'b', 'c', 'd'] });
  expect(JSON.stringify(outcome)).not.toMatch(/p-\d|学员/);
});

describe('sessions of a course together', () => {
  const part = (course: number | null, result: { isPassed: boolean; score: number | null } | null) => ({
    feedback: course === null ? null : { course, trainer: 5, words: '', at: '', requestId: '' },
    result: result && { ...result, hours: 2, at: '' },
  });
  const session = (...parts: ReturnType<typeof part>[]) =>
    ({ parts: Object.fromEntries(parts.map((one, index) => [`p${index}`, one])) }) as Parameters<
      typeof courseOutcomeOf
    >[0][number];
  const four = session(...[5, 4, 3, 4].map((stars) => part(stars, { isPassed: true, score: 90 })));

  it('say nothing of four people, and averages of five, whatever session they were in', () => {
    expect(courseOutcomeOf([])).toBeNull();
    expect(courseOutcomeOf([four])).toEqual({ sessions: 1, feedback: null, results: null });
    expect(courseOutcomeOf([four, session(part(4, { isPassed: false, score: null }))])).toEqual({
      sessions: 2,
      feedback: { answers: 5, courseAverage: 4, trainerAverage: 5 },
      results: { people: 5, passedPercent: 80, averageScore: null },
    });
    expect(courseOutcomeOf([four, session(part(null, { isPassed: false, score: 40 }))])).toMatchObject({
      ...{ feedback: null, results: { averageScore: 80 } },
    });
  });
});
