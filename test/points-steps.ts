import * as fc from 'fast-check';
import type { ModelRule } from './points-model';

const [minute, hour, day] = [60_000, 3_600_000, 24 * 3_600_000];
export const people = ['lan', 'ming', 'yu'] as const;
// One of them does most, so that limits are met.
const person = fc.constantFrom('lan', 'lan', 'lan', ...people);
const gift = fc.constantFrom('pin', 'pin', 'mug', 'lamp', 'card', 'card', 'card');
const pool = fc.constantFrom('cake', 'cake', 'trees');
// Few ids, so that many facts and requests are repeats, some of them with other content.
const request = fc.nat({ max: 6 });
const earning = fc.constantFrom<Exclude<ModelRule, 'checkIn'>>(
  'trainingPassed',
  'trainingPassed',
  'newsRead',
  'thankYouReceived',
  'festivalQuiz',
);

type How = 'fulfilled' | 'cancelled' | 'refunded';
type Fields = Record<string, fc.Arbitrary<unknown>>;
/** So many in a hundred or so steps. */
const often = <Call extends string, More extends Fields>(weight: number, call: Call, more: More) => ({
  weight,
  arbitrary: fc.record({ call: fc.constant(call), ...more }) as unknown as fc.Arbitrary<
    { call: Call } & { [Name in keyof More]: More[Name] extends fc.Arbitrary<infer Value> ? Value : never }
  >,
});

/** Everything that can happen to points, the one as often as it takes to meet the others. */
export const step = fc.oneof(
  often(2, 'join', { person }),
  often(1, 'leave', { person }),
  often(3, 'checkIn', { person }),
  often(14, 'earn', {
    person,
    rule: earning,
    fact: fc.nat({ max: 30 }),
    millisAgo: fc.constantFrom(0, 0, 0, 0, 30_000, 2 * hour, day, 6 * day, 9 * day, -day),
  }),
  often(1, 'decide', {
    rule: fc.constantFrom<ModelRule>('trainingPassed', 'newsRead'),
    points: fc.constantFrom(0, 2, 15, 30),
    isForManagers: fc.boolean(),
  }),
  often(6, 'give', {
    person,
    to: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
    points: fc.constantFrom(1, 8, 20),
    fact: fc.nat({ max: 20 }),
  }),
  often(3, 'correct', { person, points: fc.constantFrom(12, 30, -2, -9, -25), request }),
  often(5, 'void', { line: fc.nat({ max: 60 }) }),
  often(3, 'spend', { person, points: fc.constantFrom(3, 3, 11), fact: fc.nat({ max: 3 }) }),
  often(2, 'unspend', { person, fact: fc.nat({ max: 3 }) }),
  often(12, 'redeem', {
    person,
    gift,
    request: fc.nat({ max: 12 }),
    seen: fc.constantFrom(null, null, null, null, 3, 8),
  }),
  often(8, 'close', {
    index: fc.nat({ max: 11 }),
    how: fc.constantFrom<How>('fulfilled', 'fulfilled', 'cancelled', 'cancelled', 'refunded'),
    pieceReturns: fc.boolean(),
  }),
  often(5, 'reveal', {
    person,
    isOwner: fc.constantFrom(true, true, false),
    card: fc.nat({ max: 3 }),
    request: fc.nat({ max: 1 }),
  }),
  often(2, 'addCodes', { first: fc.nat({ max: 4 }) }),
  often(1, 'restock', { gift, pieces: fc.constantFrom(1, 2), request: fc.nat({ max: 2 }) }),
  often(1, 'planPrice', { gift: fc.constantFrom('pin', 'mug'), price: fc.constantFrom(3, 8, 9) }),
  often(8, 'payIn', { person, pool, points: fc.constantFrom(1, 4, 4), request: fc.nat({ max: 12 }) }),
  often(1, 'endPool', { pool, how: fc.constantFrom('givenUp' as const, 'handedOver' as const, 'handedOver' as const) }),
  often(7, 'wait', { millis: fc.constantFrom(40_000, 2 * minute, hour, hour, day, day, day, 31 * day, 340 * day) }),
  often(2, 'sweep', {}),
  often(4, 'night', {}),
);
export type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
export type StepOf<Call extends Step['call']> = Extract<Step, { call: Call }>;
