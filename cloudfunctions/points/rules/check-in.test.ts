import { openAccount } from './account';
import { accountView, answersCheckIn, streakOn } from './check-in';

const today = '2026-03-01';

it.each([
  [[], 0],
  [['2026-02-28'], 1],
  [['2026-03-01'], 1],
  [['2026-02-27'], 0],
  [['2026-02-27', '2026-02-28', '2026-03-01'], 3],
  [['2026-02-26', '2026-02-28', '2026-03-01'], 2],
  [['2026-03-01', '2026-02-28', '2026-02-27'], 3],
  [['2026-03-02', '2026-03-01'], 1],
])('counts %j as a streak of %i days', (days, streak) => {
  expect(streakOn(today, days)).toBe(streak);
});

it('counts over a leap day', () => {
  expect(streakOn('2028-03-01', ['2028-02-28', '2028-02-29', '2028-03-01'])).toBe(3);
  expect(streakOn('2028-03-01', ['2028-02-28', '2028-03-01'])).toBe(1);
});

it('keeps a streak open until the day after it ends is over', () => {
  const account = { ...openAccount('p-lan'), checkInDays: ['2026-02-28'] };
  expect(accountView(account, '2026-02-28')).toMatchObject({ checkedInToday: true, streakDays: 1 });
  expect(accountView(account, '2026-03-01')).toMatchObject({ checkedInToday: false, streakDays: 1 });
  expect(accountView(account, '2026-03-02')).toMatchObject({ checkedInToday: false, streakDays: 0 });
});

it('tells a repeat from a second tap, and both from a request id of something else', () => {
  const account = {
    ...openAccount('p-lan'),
    checkInDays: [today],
    recent: [{ requestId: 'a', call: 'checkIn' as const, day: today }],
  };
  expect(() => answersCheckIn(account, 'a', today)).not.toThrow();
  expect(() => answersCheckIn(account, 'b', today)).toThrow('checked_in_already');
  expect(() => answersCheckIn(openAccount('p-lan'), 'b', today)).toThrow('points_busy');
});
