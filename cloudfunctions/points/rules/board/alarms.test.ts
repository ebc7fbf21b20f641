import { alarmsOf, type BoardFigures } from './alarms';

const figures: BoardFigures = { recoveryPercent: 40, topTenthPercent: 30, held: 10_000, weeksToCheapest: 6 };
const none = { recoveryBelowPercent: null, topTenthAbovePercent: null, heldAbovePoints: null, weeksAbove: null };

it('is quiet where no threshold is set, and at the threshold itself', () => {
  expect(alarmsOf(figures, none)).toEqual([]);
  const exactly = { recoveryBelowPercent: 40, topTenthAbovePercent: 30, heldAbovePoints: 10_000, weeksAbove: 6 };
  expect(alarmsOf(figures, exactly)).toEqual([]);
});

it.each([
  ['recoveryLow', { ...none, recoveryBelowPercent: 41 }],
  ['concentrationHigh', { ...none, topTenthAbovePercent: 29 }],
  ['heldHigh', { ...none, heldAbovePoints: 9_999 }],
  ['giftsFar', { ...none, weeksAbove: 5 }],
])('raises %s one beyond', (kind, thresholds) => {
  expect(alarmsOf(figures, thresholds)).toEqual([kind]);
});

it('raises nothing about a figure that there is not', () => {
  const unknown = { ...figures, recoveryPercent: null, weeksToCheapest: null };
  expect(alarmsOf(unknown, { ...none, recoveryBelowPercent: 90, weeksAbove: 1 })).toEqual([]);
});
