import { addDays } from '../../../shared/kernel/day';
import type { PointCause } from '../../../shared/points/model';
import { type EarningLine, earningEntries, ownWeeklyPoints, weeklyEarning, weeksFor } from './wishes';

const today = '2026-11-20';
const line = (daysAgo: number, lifetime: number, kind: PointCause['kind'] = 'checkIn'): EarningLine => ({
  ...{ lifetime, cause: { kind }, day: addDays(today, -daysAgo) },
});
const four = [line(1, 5), line(2, 5), line(3, 5), line(4, 5)];
const old = line(400, 5);

describe('what one earned by the week', () => {
  it('is counted over the last 90 days, today included, and nothing before', () => {
    expect(ownWeeklyPoints([...four, line(89, 70), line(90, 1000), old], today)).toBe((90 * 7) / 90);
  });
  it('is counted over the days since the first entry where there are fewer', () => {
    expect(ownWeeklyPoints([...four, line(27, 36)], today)).toBe((56 * 7) / 28);
  });
  it('says too little before four weeks', () => {
    expect(ownWeeklyPoints([...four, line(26, 36)], today)).toBeNull();
    expect(ownWeeklyPoints([], today)).toBeNull();
  });
  it('says too little with fewer than four earnings', () => {
    expect(ownWeeklyPoints([...four.slice(1), old], today)).toBeNull();
  });
  it('leaves out the welcome, corrections, and what was spent or came back', () => {
    const others = [line(5, 20, 'joined'), line(5, 99, 'corrected'), line(6, 0, 'redemption'), old];
    expect(ownWeeklyPoints([...four, ...others], today)).toBe((20 * 7) / 90);
  });
  it('takes off what was voided, and says nothing where all of it was', () => {
    expect(ownWeeklyPoints([...four, line(0, -10, 'voided'), old], today)).toBe((10 * 7) / 90);
    expect(ownWeeklyPoints([...four, line(0, -20, 'voided'), old], today)).toBeNull();
  });
  it('is counted over the days that are known when the list of entries was cut', () => {
    const cut = Array.from({ length: earningEntries }, (_, index) => line(Math.floor(index / 5), 1));
    expect(ownWeeklyPoints(cut, today)).toBe((200 * 7) / 40);
  });
});

it('the company’s median stands in where one’s own earning says too little, and nobody guesses without it', () => {
  expect(weeklyEarning(3.5, 9)).toEqual({ points: 3.5, of: 'person' });
  expect(weeklyEarning(null, 9)).toEqual({ points: 9, of: 'company' });
  expect(weeklyEarning(null, 0)).toBeNull();
});

it('only missing points take time, and a week begun is a week', () => {
  const weekly = { points: 10, of: 'person' } as const;
  expect(weeksFor({ kind: 'short', missing: 10 }, weekly)).toBe(1);
  expect(weeksFor({ kind: 'short', missing: 11 }, weekly)).toBe(2);
  expect(weeksFor({ kind: 'can' }, weekly)).toBeNull();
  expect(weeksFor({ kind: 'soldOut' }, weekly)).toBeNull();
  expect(weeksFor({ kind: 'short', missing: 10 }, null)).toBeNull();
});
