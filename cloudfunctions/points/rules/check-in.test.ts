import { type Account, openAccount } from './account';
import { accountView, answersCheckIn, streakOn } from './check-in';
import { ruleOn, tableOf } from './rule-table';

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

const table = tableOf([]);
const viewed = (account: Account, day: string) =>
  accountView(account, { today: day, spendBy: null, table, roles: ['employee'] });

it('keeps a streak open until the day after it ends is over', () => {
  const account = { ...openAccount('p-lan'), checkInDays: ['2026-02-28'] };
  expect(viewed(account, '2026-02-28')).toMatchObject({ checkedInToday: true, streakDays: 1 });
  expect(viewed(account, '2026-03-01')).toMatchObject({ checkedInToday: false, streakDays: 1 });
  expect(viewed(account, '2026-03-02')).toMatchObject({ checkedInToday: false, streakDays: 0 });
});

it('shows what can be spent, what ends next, and what can be given', () => {
  const lots = { '2026-02-28': 7, '2026-03-31': 5, '2026-12-31': 20 };
  const account = { ...openAccount('p-lan'), lots, balance: 32 };
  expect(viewed(account, '2026-02-28')).toMatchObject({ balance: 32, expiring: { points: 7, on: '2026-02-28' } });
  expect(viewed(account, '2026-03-01')).toMatchObject({ balance: 25, expiring: { points: 5, on: '2026-03-31' } });
  expect(viewed({ ...account, lots: {} }, today).expiring).toBeNull();
  expect(viewed(account, today).givingLeft).toBe(50);
  const giving = { month: '2026-03', left: 15, given: {} };
  expect(viewed({ ...account, giving }, today).givingLeft).toBe(15);
  expect(viewed({ ...account, giving }, '2026-04-01').givingLeft).toBe(50);
});

it('tells a repeat from a second tap, and both from a request id of something else', () => {
  const rule = ruleOn(table, 'checkIn', today);
  const at = `${today}T02:00:00.000Z`;
  const account = {
    ...openAccount('p-lan'),
    checkInDays: [today],
    recent: [{ requestId: 'a', call: 'checkIn' as const, day: today, gained: 4 }],
  };
  expect(answersCheckIn(account, 'a', rule, at)).toBe(4);
  expect(() => answersCheckIn(account, 'b', rule, at)).toThrow('checked_in_already');
  expect(() => answersCheckIn(openAccount('p-lan'), 'b', rule, at)).toThrow('points_busy');
  expect(() => answersCheckIn(openAccount('p-lan'), 'b', { ...rule, points: 0 }, at)).toThrow('earning_ended');
  expect(() => answersCheckIn(openAccount('p-lan'), 'b', { ...rule, monthlyPoints: 4 }, at)).toThrow('earning_capped');
});
