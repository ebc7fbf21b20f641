import { careDaysBetween, hourInShanghai } from './care-day';

const birthday = (day: string | null) => ({ birthday: day, dateOfJoining: null });
const joined = (day: string | null) => ({ birthday: null, dateOfJoining: day });

describe('a birthday', () => {
  it('is found on its day, and not the day before or after', () => {
    expect(careDaysBetween(birthday('11-22'), '2026-11-21', 0)).toEqual([]);
    expect(careDaysBetween(birthday('11-22'), '2026-11-22', 0)).toEqual([
      { occasion: 'birthday', on: '2026-11-22', years: null },
    ]);
    expect(careDaysBetween(birthday('11-22'), '2026-11-23', 0)).toEqual([]);
  });

  it('is found three days ahead, not four', () => {
    expect(careDaysBetween(birthday('11-25'), '2026-11-22', 3)).toHaveLength(1);
    expect(careDaysBetween(birthday('11-26'), '2026-11-22', 3)).toEqual([]);
  });

  it('is found over the turn of the year', () => {
    expect(careDaysBetween(birthday('01-01'), '2026-12-30', 3).map(({ on }) => on)).toEqual(['2027-01-01']);
  });

  it('of 29 February is on the 28th in a common year, on the 29th in a leap year', () => {
    expect(careDaysBetween(birthday('02-29'), '2026-02-28', 0).map(({ on }) => on)).toEqual(['2026-02-28']);
    expect(careDaysBetween(birthday('02-29'), '2026-03-01', 0)).toEqual([]);
    expect(careDaysBetween(birthday('02-29'), '2028-02-28', 0)).toEqual([]);
    expect(careDaysBetween(birthday('02-29'), '2028-02-29', 0).map(({ on }) => on)).toEqual(['2028-02-29']);
    expect(careDaysBetween(birthday('02-29'), '2100-02-28', 0)).toHaveLength(1);
  });

  it('that nobody knows is none', () => {
    expect(careDaysBetween(birthday(null), '2026-01-01', 14)).toEqual([]);
  });
});

describe('a work anniversary', () => {
  it('counts full years only: the first day is none, a year later is the first', () => {
    expect(careDaysBetween(joined('2026-11-22'), '2026-11-22', 0)).toEqual([]);
    expect(careDaysBetween(joined('2025-11-22'), '2026-11-22', 0)).toEqual([
      { occasion: 'anniversary', on: '2026-11-22', years: 1 },
    ]);
    expect(careDaysBetween(joined('2025-11-23'), '2026-11-22', 0)).toEqual([]);
  });

  it('of 29 February is on the 28th, with the years of the year', () => {
    expect(careDaysBetween(joined('2024-02-29'), '2026-02-28', 0)).toEqual([
      { occasion: 'anniversary', on: '2026-02-28', years: 2 },
    ]);
  });

  it('before the first day is none, also for who starts next year', () => {
    expect(careDaysBetween(joined('2027-01-02'), '2026-12-31', 3)).toEqual([]);
  });
});

it('tells the hour in Shanghai over the border of the day', () => {
  expect(hourInShanghai(new Date('2026-11-21T23:59:59.000Z'))).toBe(7);
  expect(hourInShanghai(new Date('2026-11-22T00:00:00.000Z'))).toBe(8);
  expect(hourInShanghai(new Date('2026-11-22T16:00:00.000Z'))).toBe(0);
});
