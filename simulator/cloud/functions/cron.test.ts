import { cronMatches, latestFiring, parseCron } from './cron';

function fires(text: string, shanghai: string): boolean {
  const cron = parseCron(text);
  if (cron === undefined) throw new Error(`${text} is not valid`);
  return cronMatches(cron, new Date(`${shanghai}+08:00`));
}

test.each([
  ['0 0 2 1 * * *', '2026-03-01T02:00:00', true],
  ['0 0 2 1 * * *', '2026-03-02T02:00:00', false],
  ['0 0 2 1 * * *', '2026-03-01T02:00:01', false],
  ['0 */5 * * * * *', '2026-03-01T13:25:00', true],
  ['0 */5 * * * * *', '2026-03-01T13:26:00', false],
  ['*/10 * * * * * *', '2026-03-01T13:26:50', true],
  ['0 30 9 * * MON-FRI *', '2026-03-02T09:30:00', true],
  ['0 30 9 * * MON-FRI *', '2026-03-01T09:30:00', false],
  ['0 0 0 ? JAN,JUL * *', '2026-07-15T00:00:00', true],
  ['0 0 8-10/2 * * * *', '2026-07-15T10:00:00', true],
  ['0 0 8-10/2 * * * *', '2026-07-15T09:00:00', false],
  ['0 0 0 1 * SUN *', '2026-03-08T00:00:00', true],
  ['0 0 0 1 * SUN *', '2026-04-01T00:00:00', true],
  ['0 0 0 1 * SUN *', '2026-04-02T00:00:00', false],
  ['0 0 0 1 1 * 2027', '2027-01-01T00:00:00', true],
])('%s at %s in Shanghai: %s', (text, shanghai, expected) => {
  expect(fires(text, shanghai)).toBe(expected);
});

test.each([
  ['0 0 2 * * * *', '2026-12-24T09:00:00', '2027-01-24T09:00:00', '2027-01-24T02:00:00'],
  ['0 0 2 * * * *', '2026-12-24T02:00:00', '2026-12-25T01:59:59', undefined],
  ['0 0 2 * * * *', '2026-12-24T01:59:59', '2026-12-24T02:00:00', '2026-12-24T02:00:00'],
  ['0 */5 * * * * *', '2026-12-24T09:00:00', '2026-12-24T09:13:59', '2026-12-24T09:10:00'],
  ['0 0 0 29 2 * *', '2026-01-01T00:00:00', '2029-01-01T00:00:00', '2028-02-29T00:00:00'],
  ['0 30 9 * * MON *', '2026-12-24T09:00:00', '2026-12-28T09:00:00', undefined],
])('%s fires last between %s and %s at %s', (text, after, until, expected) => {
  const cron = parseCron(text);
  if (cron === undefined) throw new Error(`${text} is not valid`);
  const last = latestFiring(cron, new Date(`${after}+08:00`), new Date(`${until}+08:00`));
  expect(last).toEqual(expected === undefined ? undefined : new Date(`${expected}+08:00`));
});

test.each([
  '',
  '0 0 * * *',
  '60 0 0 1 1 1 2026',
  '0 0 0 0 * * *',
  '0 0 5-3 * * * *',
  '0 0 */0 * * * *',
  'x * * * * * *',
])('"%s" is no cron of seven fields', (text) => {
  expect(parseCron(text)).toBeUndefined();
});
