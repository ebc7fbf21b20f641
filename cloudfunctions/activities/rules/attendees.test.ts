import { answersOf } from './attendees';

const answer = (rating: number, words = '') => ({
  feedback: { rating, words, at: '2026-11-22T02:00:00.000Z', requestId: 'request-1' },
});

it('two answers are counted and not shown, three are', () => {
  expect(answersOf([answer(5, '好'), answer(1, '挤')])).toEqual({ answers: 2, average: null, words: [] });
  expect(answersOf([answer(5, '好'), answer(1, '挤'), answer(4)])).toEqual({
    answers: 3,
    average: 3.3,
    words: ['好', '挤'],
  });
});

it('who answered nothing does not count', () => {
  expect(answersOf([answer(5), answer(5), { feedback: null }]).average).toBeNull();
});
