import { partOf } from '../../../shared/kernel/places';
import type { Part } from '../documents';
import { newPart } from './place';
import { outcomeOf } from './results';

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
