import type { QuizContent, QuizQuestion } from '../../../shared/games/quiz';
import type { StoredQuiz } from '../documents';
import { countedWith, outcomeOf } from './outcome';
import {
  askedQuestion,
  checkContent,
  checkPicks,
  judgedTry,
  newDraft,
  openedQuiz,
  phaseOf,
  publication,
  rewardFor,
  rightPlace,
} from './quiz';

const single = (questionId: string, right: number): QuizQuestion => ({
  ...{ kind: 'single', questionId, text: questionId, options: ['甲', '乙', '丙'], right, explanation: '因为' },
});
const questions: QuizQuestion[] = [
  single('a', 0),
  single('b', 2),
  { kind: 'trueFalse', questionId: 'c', text: 'c', right: false, explanation: '' },
];
const content: QuizContent = {
  ...{ title: '冬至', festival: '冬至', intro: '', questions },
  ...{ opensAt: '2026-12-20T01:00:00.000Z', closesAt: '2026-12-22T10:00:00.000Z' },
  rewards: [
    { fromRight: 1, points: 5 },
    { fromRight: 3, points: 20 },
  ],
};
const draft = newDraft('q-1', content, 'request-of-a-quiz', 'p-hr');
const quiz: StoredQuiz = { ...draft, ...publication(draft, '2026-12-01T00:00:00.000Z') };
const tried = (picks: number[]) =>
  judgedTry(quiz, {
    _id: 'q-1.p-1',
    personId: 'p-1',
    picks,
    requestId: 'request-of-a-try',
    at: '2026-12-21T00:00:00.000Z',
  });

it('a quiz is open from its first moment until just before its last', () => {
  expect(phaseOf(draft, content.opensAt)).toBe('draft');
  expect(phaseOf(quiz, '2026-12-20T00:59:59.999Z')).toBe('coming');
  expect(phaseOf(quiz, '2026-12-20T01:00:00.000Z')).toBe('open');
  expect(phaseOf(quiz, '2026-12-22T09:59:59.999Z')).toBe('open');
  expect(phaseOf(quiz, '2026-12-22T10:00:00.000Z')).toBe('closed');
  expect(phaseOf({ ...quiz, state: 'withdrawn' }, content.opensAt)).toBe('withdrawn');
});

it('its window is one, and sixty days at most', () => {
  expect(() => checkContent(content)).not.toThrow();
  expect(() => checkContent({ ...content, closesAt: content.opensAt })).toThrow('quiz_times_wrong');
  expect(() => checkContent({ ...content, closesAt: '2027-02-18T01:00:00.000Z' })).not.toThrow();
  expect(() => checkContent({ ...content, closesAt: '2027-02-18T01:00:00.001Z' })).toThrow('quiz_times_wrong');
  expect(() => publication(draft, '2026-12-22T09:59:59.999Z')).not.toThrow();
  expect(() => publication(draft, '2026-12-22T10:00:00.000Z')).toThrow('quiz_times_wrong');
});

it.each([
  ['that do not rise in answers', [3, 5, 3, 20]],
  ['that do not rise in points', [1, 20, 3, 20]],
  ['that nobody can reach', [1, 5, 4, 20]],
])('rewards %s are refused', (_, [one = 0, few = 0, other = 0, many = 0]) => {
  const rewards = [
    { fromRight: one, points: few },
    { fromRight: other, points: many },
  ];
  expect(() => checkContent({ ...content, rewards })).toThrow('quiz_rewards_wrong');
});

it('a reward is the highest that was reached', () => {
  expect([0, 1, 2, 3].map((right) => rewardFor(content.rewards, right))).toEqual([0, 5, 5, 20]);
  expect(rewardFor([{ fromRight: 0, points: 1 }], 0)).toBe(1);
});

it('every question is judged by its key, 对 and 错 as they stand on the screen', () => {
  expect(questions.map(rightPlace)).toEqual([0, 2, 1]);
  expect(tried([0, 2, 1])).toMatchObject({ right: 3, points: 20 });
  expect(tried([0, 2, 0])).toMatchObject({ right: 2, points: 5 });
  expect(tried([1, 1, 0])).toMatchObject({ right: 0, points: 0 });
});

it.each([[[0, 2]], [[0, 2, 1, 0]], [[0, 3, 1]], [[0, 2, 2]]])('answers %j are not the answers to it', (picks) => {
  expect(() => checkPicks(content, picks)).toThrow('quiz_answers_missing');
});

it('what goes out before handing in tells nothing of the answers', () => {
  const before = openedQuiz(quiz, null, '2026-12-21T00:00:00.000Z');
  expect(before.asked).toEqual(questions.map(askedQuestion));
  expect(JSON.stringify(before)).not.toMatch(/因为|explanation"|"right"/);
  const after = openedQuiz(quiz, tried([0, 1, 1]), '2026-12-21T00:00:00.000Z');
  expect(after).toMatchObject({ asked: [], mine: { right: 2, points: 5 } });
  expect(after.answered[1]).toMatchObject({ given: 1, right: 2, explanation: '因为' });
  const missed = openedQuiz(quiz, null, content.closesAt);
  expect(missed).toMatchObject({ asked: [], mine: null, answered: [{ given: null }, {}, {}] });
  expect(openedQuiz(quiz, null, '2026-12-01T00:00:00.000Z')).toMatchObject({ asked: [], answered: [] });
});

it('the hardest question is told of five people, not of four, and only if somebody had it wrong', () => {
  const none = { cursor: null, people: 0, wrong: [0, 0, 0] };
  const of = (people: number, picks: number[]) =>
    outcomeOf(
      countedWith(
        none,
        content,
        Array.from({ length: people }, (_, n) => ({ _id: `t-${n}`, picks })),
      ),
      content,
    );
  expect(of(4, [0, 1, 1])).toEqual({ people: 4, hardest: null });
  expect(of(5, [0, 1, 1])).toEqual({ people: 5, hardest: { text: 'b', rightPercent: 0 } });
  expect(of(5, [0, 2, 1])).toEqual({ people: 5, hardest: null });
});
