import { clearanceTarget, dueDay } from './due-days';

const known = '2026-09-01';

it.each([
  ['two workdays before a Wednesday', -2, '2026-12-23', '2026-12-21'],
  ['two workdays before a Monday, over the weekend', -2, '2026-12-21', '2026-12-17'],
  ['on the last day', 0, '2026-12-23', '2026-12-23'],
  ['on the Friday, when the last day is a Sunday', 0, '2026-12-27', '2026-12-25'],
  ['on the Monday after that Friday', 1, '2026-12-27', '2026-12-28'],
  ['after the holidays of the National Day', 1, '2026-09-30', '2026-10-08'],
  ['on a Saturday that is made up for', 1, '2026-10-09', '2026-10-10'],
])('a row is due %s', (_words, offsetDays, lastDay, due) => {
  expect(dueDay('return', offsetDays, lastDay, known)).toBe(due);
});

it('no row is due before the day on which its owner hears of it', () => {
  expect(dueDay('handover', -10, '2026-12-23', '2026-12-22')).toBe('2026-12-22');
});

it('archives and insurance have fifteen calendar days, holidays or not', () => {
  expect(dueDay('statutory', 15, '2026-09-25', known)).toBe('2026-10-10');
});

it('everything else is to be settled one workday after the last day', () => {
  expect(clearanceTarget('2026-09-30')).toBe('2026-10-08');
});
