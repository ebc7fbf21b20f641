import { streakMilestone } from './milestone';

test.each([7, 30, 100, 365, 730])('a streak of %p days is celebrated', (days) => {
  expect(streakMilestone(days)).toMatchObject({ figure: String(days), heading: `连续签到 ${days} 天` });
});

test.each([0, 1, 6, 8, 29, 31, 364, 366])('a streak of %p days is a day like any other', (days) => {
  expect(streakMilestone(days)).toBeNull();
});

test('the second year says that it is two', () => {
  expect(streakMilestone(730)?.sentence).toContain('2 年');
});
