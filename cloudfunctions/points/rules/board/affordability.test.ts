import { weeksToAfford } from './affordability';

it.each([
  [120, 30, 4],
  [121, 30, 5],
  [1, 30, 1],
  [120, 0, null],
])('%i points at %i a week take %s weeks', (cost, weekly, weeks) => {
  expect(weeksToAfford(cost, weekly)).toBe(weeks);
});
