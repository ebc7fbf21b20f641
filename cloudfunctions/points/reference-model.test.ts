import * as fc from 'fast-check';
import { dayOf } from '../../shared/kernel/day';
import { type Mall, nothingOpen, openMall, passTime, stopClock } from '../../test/mall';

/** The points economy in thirty lines: what the calls must amount to, one after another. */
class ReferenceModel {
  points = new Map<string, number>();
  days = new Set<string>();
  stock = new Map([
    ['pin', 4],
    ['mug', 2],
  ]);
  price = new Map([
    ['pin', 3],
    ['mug', 8],
  ]);
  redeemed: { requestId: string; person: string; gift: string; state: 'reserved' | 'fulfilled' | 'cancelled' }[] = [];

  checkIn(person: string, day: string): string {
    if (this.days.has(`${person}.${day}`)) return 'checked_in_already';
    this.days.add(`${person}.${day}`);
    this.points.set(person, this.balance(person) + 5);
    return 'ok';
  }
  redeem(person: string, gift: string, requestId: string): string {
    const earlier = this.redeemed.find((one) => one.person === person && one.requestId === requestId);
    if (earlier) return earlier.gift === gift ? 'ok' : 'request_id_reused';
    if (this.left(gift) < 1) return 'gift_sold_out';
    const held = this.redeemed.filter((one) => one.person === person && one.gift === gift);
    if (gift === 'pin' && held.filter(({ state }) => state !== 'cancelled').length >= 2) return 'gift_limit_reached';
    if (this.balance(person) < this.cost(gift)) return 'points_not_enough';
    this.move(person, gift, -1);
    this.redeemed.push({ requestId, person, gift, state: 'reserved' });
    return 'ok';
  }
  close(index: number, state: 'fulfilled' | 'cancelled'): string {
    const one = this.redeemed[index];
    if (!one) return 'redemption_not_found';
    if (one.state !== 'reserved') return 'redemption_closed';
    one.state = state;
    if (state === 'cancelled') this.move(one.person, one.gift, 1);
    return 'ok';
  }
  balance = (person: string) => this.points.get(person) ?? 0;
  left = (gift: string) => this.stock.get(gift) ?? 0;
  cost = (gift: string) => this.price.get(gift) ?? 0;
  private move(person: string, gift: string, sign: 1 | -1) {
    this.points.set(person, this.balance(person) + sign * this.cost(gift));
    this.stock.set(gift, this.left(gift) + sign);
  }
}

const person = fc.constantFrom('lan', 'ming');
const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ call: fc.constant('checkIn' as const), person }) },
  {
    weight: 6,
    arbitrary: fc.record({
      call: fc.constant('redeem' as const),
      person,
      gift: fc.constantFrom('pin', 'mug'),
      // Few ids, so that many requests are repeats, some of them with another gift.
      request: fc.nat({ max: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      call: fc.constant('close' as const),
      index: fc.nat({ max: 4 }),
      state: fc.constantFrom('fulfilled' as const, 'cancelled' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ call: fc.constant('tomorrow' as const) }) },
  { weight: 1, arbitrary: fc.record({ call: fc.constant('sweep' as const) }) },
);

let round = 0;
let counter = 0;
const unique = (word: string) => {
  counter += 1;
  return `${word}-${String(counter).padStart(16, '0')}`;
};

/** The same steps through the function and through the model; every answer has to agree. */
async function compare(
  mall: Mall,
  operations: readonly (typeof operation extends fc.Arbitrary<infer One> ? One : never)[],
) {
  const model = new ReferenceModel();
  round += 1;
  const own = (name: string) => `${name}${round}`;
  for (const name of ['lan', 'ming']) {
    await mall.stage.seat({ _id: `o-${own(name)}`, personId: `p-${own(name)}`, name });
  }
  await mall.putOnShelf({ _id: own('pin'), stock: 4, costPoints: 3, perPersonLimit: 2 });
  await mall.putOnShelf({ _id: own('mug'), stock: 2, costPoints: 8 });
  const ids: string[] = [];
  for (const step of operations) {
    if (step.call === 'tomorrow') passTime(24 * 3_600_000);
    if (step.call === 'sweep') await mall.sweep();
    if (step.call === 'checkIn') {
      const answer = await mall.ask(`o-${own(step.person)}`, 'checkIn', { requestId: unique('check-in') });
      expect(answer.ok ? 'ok' : answer.code).toBe(model.checkIn(step.person, dayOf(new Date())));
    }
    if (step.call === 'redeem') {
      const requestId = `redeem-${round}-${step.request}-00000000`;
      const before = model.redeemed.length;
      const input = { giftId: own(step.gift), requestId };
      const answer = await mall.ask(`o-${own(step.person)}`, 'redeemGift', input);
      expect(answer.ok ? 'ok' : answer.code).toBe(model.redeem(step.person, step.gift, requestId));
      if (answer.ok && model.redeemed.length > before) ids.push(answer.data.redemption._id);
    }
    if (step.call === 'close') {
      const redemptionId = ids[step.index] ?? 'r-none';
      const input = { redemptionId, requestId: unique('close') };
      const answer =
        step.state === 'fulfilled'
          ? await mall.ask('o-hr', 'fulfilRedemption', input)
          : await mall.ask('o-hr', 'cancelRedemption', { ...input, reason: '缺货' });
      expect(answer.ok ? 'ok' : answer.code).toBe(model.close(step.index, step.state));
    }
  }
  for (const name of ['lan', 'ming']) {
    expect(mall.accountOf(`p-${own(name)}`)?.balance ?? 0).toBe(model.balance(name));
  }
  const shelf = mall.books().gifts.filter(({ _id }) => [own('pin'), own('mug')].includes(_id));
  expect(shelf.map(({ _id, stock }) => [_id, stock])).toEqual([
    [own('pin'), model.left('pin')],
    [own('mug'), model.left('mug')],
  ]);
  expect(mall.violations()).toEqual([]);
}

it('any sequence of calls amounts to what the reference model says, answer by answer', async () => {
  for (const level of ['log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
  stopClock('2026-11-20T01:00:00.000Z');
  const mall = await openMall();
  const sequences = fc.array(operation, { minLength: 5, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(sequences, (operations) => compare(mall, operations)),
    { numRuns: 25, endOnFailure: true },
  );
  await mall.sweep();
  expect(await mall.sweep()).toEqual(nothingOpen);
  await mall.close();
}, 60_000);
