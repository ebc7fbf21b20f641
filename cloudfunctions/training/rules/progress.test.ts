import * as fc from 'fast-check';
import type { Chapter } from '../../../shared/training/course';
import { type Fact, noFacts, progressOf, withFact } from './progress';

const read = { kind: 'article', minutes: 1, done: { kind: 'opened', seconds: 0 } } as const;
const quiz = { kind: 'quiz', minutes: 1, done: { kind: 'quizPassed', passPercent: 60 } } as const;
const chapters: Chapter[] = [
  {
    chapterId: 'c',
    title: '章',
    lessons: [
      { ...read, lessonId: 'l1', title: '一' },
      { ...read, lessonId: 'l2', title: '二' },
      { ...quiz, lessonId: 'l3', title: '三' },
    ],
  },
];
const course = { chapters, exam: {} };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 0, minute)).toISOString();
const following = (facts: readonly Fact[]) => facts.reduce(withFact, noFacts);

const minute = fc.integer({ min: 0, max: 59 }).map(at);
const lessonId = fc.constantFrom('l1', 'l2', 'l3', 'gone');
const percent = fc.integer({ min: 0, max: 100 });
const someFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ kind: fc.constant('lessonDone' as const), lessonId, at: minute }),
  fc
    .record({ kind: fc.constant('quizAnswered' as const), lessonId, percent, at: minute })
    .map((fact) => ({ ...fact, isPassed: fact.percent >= 60 })),
  // An attempt is judged once: its number says everything about it.
  fc.integer({ min: 1, max: 4 }).map((number) => ({
    ...{ kind: 'examJudged' as const, number, percent: number * 20, isPassed: number === 4, at: at(number * 10) },
  })),
  fc.integer({ min: 1, max: 3 }).map((number) => ({
    ...{ kind: 'sessionPassed' as const, sessionId: `s${number}`, at: at(number * 15) },
  })),
);

it('progress is the same in whatever order the facts come, and however often', () => {
  fc.assert(
    fc.property(fc.array(someFact, { maxLength: 20 }), fc.array(fc.nat(), { maxLength: 60 }), (facts, order) => {
      const mixed = [...facts, ...order.flatMap((place) => facts[place % Math.max(1, facts.length)] ?? [])].reverse();
      expect(following(mixed)).toEqual(following(facts));
      expect(progressOf(course, following(mixed), '2026-11-22')).toEqual(
        progressOf(course, following(facts), '2026-11-22'),
      );
    }),
    { numRuns: 300 },
  );
});

it('progress never falls with another fact, and is whole exactly when the course is passed', () => {
  fc.assert(
    fc.property(fc.array(someFact, { maxLength: 12 }), someFact, (facts, more) => {
      const [before, later] = [following(facts), following([...facts, more])].map((all) =>
        progressOf(course, all, null),
      );
      expect(later?.progressPercent).toBeGreaterThanOrEqual(before?.progressPercent ?? 0);
      expect(later?.state === 'passed').toBe(later?.progressPercent === 100);
    }),
    { numRuns: 300 },
  );
});

it('a session passed is the course passed, at the earlier of the two moments, and with no lesson done', () => {
  const session: Fact = { kind: 'sessionPassed', sessionId: 's1', at: at(5) };
  const taught = progressOf(course, following([session]), null);
  expect(taught).toMatchObject({ state: 'passed', progressPercent: 100, passedAt: at(5), stars: 2 });
  const earlier: Fact = { kind: 'sessionPassed', sessionId: 's2', at: at(2) };
  expect(progressOf(course, following([session, earlier]), null).passedAt).toBe(at(2));
});

describe('stars', () => {
  const done: Fact[] = [
    { kind: 'lessonDone', lessonId: 'l1', at: at(1) },
    { kind: 'lessonDone', lessonId: 'l2', at: at(2) },
    { kind: 'quizAnswered', lessonId: 'l3', percent: 60, isPassed: true, at: at(3) },
  ];
  const sat = (mark: number): Fact => ({ kind: 'examJudged', number: 1, percent: mark, isPassed: true, at: at(9) });
  const starsOf = (mark: number, dueOn: string | null) =>
    progressOf(course, following([...done, sat(mark)]), dueOn).stars;

  it('are none before the exam is passed', () => {
    expect(progressOf(course, following(done), null)).toMatchObject({
      stars: 0,
      isReadyForExam: true,
      progressPercent: 75,
    });
  });
  it.each([
    [89, '2026-11-22', 2],
    [90, '2026-11-22', 3],
    [90, '2026-11-21', 2],
    [89, '2026-11-21', 1],
    [89, null, 2],
  ])('for %i points with the due day %s are %i', (mark, dueOn, stars) => {
    expect(starsOf(mark, dueOn)).toBe(stars);
  });
  it('count the due day to its end in Shanghai', () => {
    const late = (moment: string): Fact => ({ kind: 'examJudged', number: 1, percent: 95, isPassed: true, at: moment });
    const starsAt = (moment: string) => progressOf(course, following([...done, late(moment)]), '2026-11-22').stars;
    expect(starsAt('2026-11-22T15:59:59.999Z')).toBe(3);
    expect(starsAt('2026-11-22T16:00:00.000Z')).toBe(2);
  });
});
