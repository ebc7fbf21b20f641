import { heldWithPrice } from './price-forecast';
import { openDay, type StoredDay } from './stored-day';

/** Thirty days, on each of which 20 points come and one piece at 10 goes, from the 3,000 that are held. */
const days = Array.from({ length: 30 }, (_, index): StoredDay => {
  const day = openDay(`2026-10-${String(index + 1).padStart(2, '0')}`, 3000 + index * 10);
  return { ...day, issued: { newsRead: 20 }, redeemed: 10, entries: 2, isFinal: true };
});
const now = { month: '2026-11', lots: { '2027-11': 3000 }, lotMonths: 12 };
const forecast = (newCostPoints: number) => heldWithPrice(days, { costPoints: 10, newCostPoints, pieces: 30 }, now);

it('a price that stays changes nothing', () => {
  const { held, newHeld } = forecast(10);
  expect(newHeld).toBe(held);
  // 600 come a month and 9.5 % go, 300 of 3,155: 3,258, 3,491, 3,702, 3,893, 4,066.
  expect(held).toBe(4222);
});

it('a dearer gift takes more out of what is held, a cheaper one less, as many pieces as went before', () => {
  const { held } = forecast(10);
  expect(forecast(20).newHeld).toBeLessThan(held);
  expect(forecast(5).newHeld).toBeGreaterThan(held);
  expect(heldWithPrice(days, { costPoints: 10, newCostPoints: 20, pieces: 0 }, now)).toEqual({ held, newHeld: held });
});

it('never takes more than there is, nor gives anything back', () => {
  expect(forecast(100_000).newHeld).toBe(0);
  expect(heldWithPrice([], { costPoints: 10, newCostPoints: 20, pieces: 0 }, { ...now, lots: {} })).toEqual({
    ...{ held: 0, newHeld: 0 },
  });
});
