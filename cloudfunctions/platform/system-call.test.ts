import { isSystemCall, signedCall } from './system-call';

const now = new Date('2026-11-21T04:00:00.000Z');
const fact = { factId: 'f-1', personId: 'p-1' };

beforeEach(() => {
  process.env.TONGLU_SECRET = 'a-secret-of-at-least-32-characters!';
});

test('a call signed by one of our functions is believed', () => {
  const { call, input, system } = signedCall('points', 'welcomePerson', fact, now);
  expect(isSystemCall('points', call, input, system, now)).toBe(true);
});

test.each([
  ['another context', 'people', 'welcomePerson', fact],
  ['another call', 'points', 'addGift', fact],
  ['other content', 'points', 'welcomePerson', { ...fact, personId: 'p-2' }],
])('a signature does not carry over to %s', (_what, context, call, input) => {
  const { system } = signedCall('points', 'welcomePerson', fact, now);
  expect(isSystemCall(context, call, input, system, now)).toBe(false);
});

test('a signature is believed for ten minutes and not a millisecond longer', () => {
  const { system } = signedCall('points', 'welcomePerson', fact, now);
  const later = (millis: number) => new Date(now.getTime() + millis);
  expect(isSystemCall('points', 'welcomePerson', fact, system, later(600_000))).toBe(true);
  expect(isSystemCall('points', 'welcomePerson', fact, system, later(600_001))).toBe(false);
});

test.each([[undefined], [null], ['yes'], [{ at: 'now', signature: 'x' }], [{ at: now.getTime(), signature: '' }]])(
  'a client claiming to be the system with %j is not believed',
  (system) => {
    expect(isSystemCall('points', 'welcomePerson', fact, system, now)).toBe(false);
  },
);
