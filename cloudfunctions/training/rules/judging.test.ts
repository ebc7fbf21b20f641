import * as fc from 'fast-check';
import type { Question } from '../../../shared/training/question';
import { drawExam, putQuiz } from './draw';
import { isRight, percentOf, reviewOf } from './judging';

const said = { explanation: '' };
const single: Question = { ...said, kind: 'single', questionId: 'a', text: '一', options: ['x', 'y', 'z'], right: 1 };
const multiple: Question = {
  ...said,
  kind: 'multiple',
  questionId: 'b',
  text: '二',
  options: ['x', 'y', 'z'],
  right: [0, 2],
};
const judge: Question = { ...said, kind: 'trueFalse', questionId: 'c', text: '三', right: false };
const order: Question = { ...said, kind: 'order', questionId: 'd', text: '四', options: ['1', '2', '3'] };
const fill: Question = { ...said, kind: 'fill', questionId: 'e', text: '五', accepted: ['12', 'Twelve'] };
const bank = [single, multiple, judge, order, fill];

const words = (text: string) => ({ picks: [], words: text });
const picks = (...places: number[]) => ({ picks: places, words: '' });

it('whatever the shuffle, the right words are the right answer and nothing else is', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const drawn = drawExam(bank, 5, seed);
      expect(drawn.map(({ questionId }) => questionId).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
      for (const question of drawn) {
        const places = (...texts: string[]) => picks(...texts.map((text) => question.options.indexOf(text)));
        const right = {
          ...{ a: places('y'), b: places('z', 'x'), c: places('错'), d: places('1', '2', '3'), e: words('１２ ') },
        }[question.questionId];
        const wrong = {
          ...{ a: places('x'), b: places('x'), c: places('对'), d: places('2', '1', '3'), e: words('13') },
        }[question.questionId];
        expect(isRight(question, right ?? null)).toBe(true);
        expect(isRight(question, wrong ?? null)).toBe(false);
      }
    }),
  );
});

it('a draw follows from its seed, and another seed gives another one', () => {
  expect(drawExam(bank, 3, 7)).toEqual(drawExam(bank, 3, 7));
  const draws = Array.from({ length: 20 }, (_, seed) => JSON.stringify(drawExam(bank, 3, seed)));
  expect(new Set(draws).size).toBeGreaterThan(15);
});

it('a quiz is put in its own order; only what has to be ordered is shuffled', () => {
  const put = putQuiz(bank);
  expect(put.map(({ questionId }) => questionId)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(put[0]?.options).toEqual(['x', 'y', 'z']);
});

it('counts whole percents, rounded down, and what was not answered as wrong', () => {
  const drawn = putQuiz([single, judge, fill]);
  expect(percentOf(drawn, [picks(1), picks(1), null])).toBe(66);
  expect(percentOf(drawn, [])).toBe(0);
});

it('a review keeps keys and reasons covered while another attempt is to come', () => {
  const drawn = putQuiz([single]);
  expect(reviewOf(drawn, [picks(0)], false)).toMatchObject([{ isRight: false, right: null, explanation: '' }]);
  expect(reviewOf(drawn, [picks(0)], true)).toMatchObject([{ isRight: false, right: ['y'] }]);
});
