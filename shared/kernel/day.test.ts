import { addDays, dayOf, daysBetween } from './day';

test('a day begins at midnight in Shanghai, which is 16:00 UTC the day before', () => {
  expect(dayOf('2026-11-20T15:59:59.999Z')).toBe('2026-11-20');
  expect(dayOf('2026-11-20T16:00:00.000Z')).toBe('2026-11-21');
});

test('the day before 1 March is 29 February in a leap year and 28 February otherwise', () => {
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
});

test('days are counted on the calendar, backwards too', () => {
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
});
