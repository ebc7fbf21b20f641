import * as fc from 'fast-check';
import { type Mall, nothingOpen, openMall, stopClock } from '../../test/mall';
import { PointsComparison } from '../../test/points-comparison';
import type { Decisions } from '../../test/points-model';
import { Sequence } from '../../test/points-sequence';
import { type Step, step } from '../../test/points-steps';

if (!process.env.SHOW)
  for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

/** Calls and what they answer, apart from those that every sequence meets. */
const mustBeMet = [
  ...['dailyTimes', 'monthlyPoints', 'coolDown', 'audience', 'ruleEnded'].map((why) => `earn ${why}`),
  ...['giving_pair_limit', 'giving_not_enough', 'request_id_reused'].map((code) => `give ${code}`),
  ...['gift_limit_reached', 'gift_sold_out', 'gift_changed', 'gift_sale_not_begun'].map((code) => `redeem ${code}`),
  ...['gift_sale_ended', 'points_not_enough', 'spending_ended'].map((code) => `redeem ${code}`),
  ...['fulfilled ok', 'cancelled ok', 'refunded ok', 'fulfilled redemption_by_code'].map((how) => `close ${how}`),
  ...['ok', 'redemption_closed', 'code_seen_already'].map((code) => `reveal ${code}`),
  ...['pool_full', 'pool_share_full', 'pool_closed', 'request_id_reused', 'not_allowed'].map((code) => `payIn ${code}`),
  ...['givenUp ok', 'handedOver ok'].map((how) => `endPool ${how}`),
  ...['void ok', 'void entry_not_voidable', 'correct points_not_enough', 'spend points_not_enough', 'unspend ok'],
];

let mall: Mall;
beforeEach(async () => {
  // Twelve months from here a lot ends on 29 February.
  stopClock('2027-02-26T01:00:00.000Z');
  mall = await openMall();
});
afterEach(() => mall.close());

it('any sequence of calls, days and nights amounts to what the model says, answer by answer, lot by lot', async () => {
  let round = 0;
  const decisions: Decisions = [];
  const met = new Set<string>();
  const compare = async (steps: readonly Step[]) => {
    round += 1;
    const sequence = new Sequence(mall, round, decisions);
    await sequence.open();
    const comparison = new PointsComparison(sequence, met);
    await comparison.take({ call: 'addCodes', first: 0 });
    for (const one of steps) await comparison.take(one);
    await comparison.agree();
  };
  const sequences = fc.array(step, { minLength: 60, maxLength: 110, size: 'max' });
  await fc.assert(fc.asyncProperty(sequences, compare), {
    seed: 20261122,
    numRuns: 14,
    endOnFailure: true,
  });
  await mall.sweep();
  expect(await mall.sweep()).toEqual(nothingOpen);
  expect(mall.violations()).toEqual([]);
  // A sequence that meets no limit proves nothing about it.
  expect(mustBeMet.filter((answer) => !met.has(answer))).toEqual([]);
});
