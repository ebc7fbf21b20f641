import { isAbandoned, nextStint } from './hire';

const today = '2026-11-22';
const stint = (status: 'active' | 'left' | 'noticePeriod', relievingDate: string | null = null, number = 1) => ({
  ...{ stint: number, status, relievingDate },
});

it('a number that nobody had opens the first stint', () => {
  expect(nextStint(null, false, today)).toBe(1);
});

it('a number that nobody had cannot be the number of somebody who returns', () => {
  expect(nextStint(null, true, today)).toBe('returner_unknown');
});

it('the number of somebody who works here is taken, also for a return, also on the last day', () => {
  expect(nextStint(stint('active'), false, today)).toBe('employee_number_taken');
  expect(nextStint(stint('active'), true, today)).toBe('employee_number_taken');
  expect(nextStint(stint('noticePeriod', today), true, today)).toBe('employee_number_taken');
});

it('the number of somebody who left opens the next stint for them alone, from the day after the last one', () => {
  expect(nextStint(stint('left', '2026-01-31'), false, today)).toBe('employee_number_left');
  expect(nextStint(stint('left', '2026-01-31', 2), true, today)).toBe(3);
  expect(nextStint(stint('noticePeriod', '2026-11-21'), true, today)).toBe(2);
});

it('a person without an employment is taken over once no call can still be writing it', () => {
  expect(isAbandoned({ createdAt: '2026-11-22T02:00:00.000Z' }, '2026-11-22T02:00:00.000Z')).toBe(false);
  expect(isAbandoned({ createdAt: '2026-11-22T01:59:59.999Z' }, '2026-11-22T02:00:00.000Z')).toBe(true);
});
