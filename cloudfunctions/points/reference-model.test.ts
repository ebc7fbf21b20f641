import * as fc from 'fast-check';
import type { Answer } from '../../shared/kernel/contract';
import { dayOf, monthOf } from '../../shared/kernel/day';
import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../test/mall';
import { type ModelRule, PointsModel } from '../../test/points-model';
import { sweep } from './jobs/sweep';
import { expireAccounts } from './nightly/expire';
import { proveAccounts } from './nightly/prove';
import { walkNight } from './nightly/run';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

const [hour, day] = [3_600_000, 24 * 3_600_000];
const people = ['lan', 'ming', 'yu'] as const;
const person = fc.constantFrom(...people);
// Few ids, so that many facts and requests are repeats, some of them with other content.
const number = fc.nat({ max: 6 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ call: fc.constant('checkIn' as const), person }) },
  {
    weight: 6,
    arbitrary: fc.record({
      call: fc.constant('earn' as const),
      person,
      rule: fc.constantFrom<Exclude<ModelRule, 'checkIn'>>('trainingPassed', 'newsRead', 'thankYouReceived'),
      fact: fc.nat({ max: 30 }),
      millisAgo: fc.constantFrom(0, 0, 0, 30_000, 2 * hour, day, 6 * day, 9 * day, -day),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      call: fc.constant('give' as const),
      person,
      to: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
      points: fc.constantFrom(1, 8, 20),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      call: fc.constant('redeem' as const),
      person,
      gift: fc.constantFrom('pin', 'mug'),
      request: number,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      call: fc.constant('close' as const),
      index: fc.nat({ max: 11 }),
      state: fc.constantFrom('fulfilled' as const, 'cancelled' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ call: fc.constant('void' as const), line: fc.nat({ max: 40 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      call: fc.constant('wait' as const),
      millis: fc.constantFrom(40_000, hour, hour, day, 31 * day, 340 * day),
    }),
  },
  { weight: 2, arbitrary: fc.record({ call: fc.constant('sweep' as const) }) },
  { weight: 3, arbitrary: fc.record({ call: fc.constant('night' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

let round = 0;

/** The same steps through the function and through the model; every answer and every lot has to agree. */
class Comparison {
  readonly model = new PointsModel({ pin: { price: 3, stock: 4, limit: 2 }, mug: { price: 8, stock: 9, limit: 1000 } });
  private readonly redemptionIds: string[] = [];
  private facts = 0;

  constructor(
    private readonly mall: Mall,
    private readonly own: (name: string) => string,
  ) {}

  async take(one: Step): Promise<void> {
    const now = new Date();
    const { mall, model, own } = this;
    if (one.call === 'wait') passTime(one.millis);
    if (one.call === 'sweep') await this.sweep();
    if (one.call === 'night') await this.night();
    if (one.call === 'checkIn') {
      const answer = await mall.ask(`o-${own(one.person)}`, 'checkIn', { requestId: freshRequest() });
      expect(said(answer, ({ gained }) => gained)).toBe(model.checkIn(own(one.person), now));
    }
    if (one.call === 'earn') await this.earn(one, now);
    if (one.call === 'give') await this.give(one, now);
    if (one.call === 'redeem') await this.redeem(one, now);
    if (one.call === 'close') await this.close(one);
    if (one.call === 'void') await this.voidOne(one.line);
  }

  /** Without the night, which has a step of its own, and without the board, which moves nothing. */
  private async sweep() {
    passTime(120_000);
    await sweep(new Date());
  }

  private async night() {
    await walkNight({ expire: expireAccounts, proof: proveAccounts }, new Date());
    this.model.night(dayOf(new Date()));
  }

  private async earn({ person: name, rule, fact, millisAgo }: Step & { call: 'earn' }, now: Date) {
    const happened = new Date(now.getTime() - millisAgo);
    const factId = `fact-${fact}`;
    const told = { factId, rule, personId: this.own(name), about: null, at: happened.toISOString() };
    const answer = await this.mall.deliver('earn', { ...told, requestId: freshRequest() });
    const outcome = answer.ok && answer.data.heldBack ? answer.data.heldBack : said(answer, ({ points }) => points);
    expect(outcome).toBe(this.model.earn(this.own(name), rule, factId, happened, now));
  }

  private async give({ person: name, to, points }: Step & { call: 'give' }, now: Date) {
    this.facts += 1;
    const [from, receivers] = [this.own(name), to.map((receiver) => this.own(receiver))];
    const factId = `thanks-${this.facts}`;
    const gift = { factId, fromPersonId: from, toPersonIds: receivers, points, about: null, at: now.toISOString() };
    // Every gift is delivered twice: a fact gives once.
    for (let delivery = 0; delivery < 2; delivery += 1) {
      const answer = await this.mall.deliver('give', { ...gift, requestId: freshRequest() });
      expect(said(answer)).toBe(this.model.give(from, receivers, points, factId, now));
      if (answer.ok) expect(answer.data.givingLeft).toBe(this.model.givingLeft(from, monthOf(dayOf(now))));
    }
  }

  private async redeem({ person: name, gift, request }: Step & { call: 'redeem' }, now: Date) {
    const requestId = `redeem-${round}-${request}-00000000`;
    const before = this.model.redeemed.length;
    const answer = await this.mall.ask(`o-${this.own(name)}`, 'redeemGift', { giftId: `${gift}${round}`, requestId });
    expect(said(answer)).toBe(this.model.redeem(this.own(name), gift, requestId, dayOf(now)));
    if (answer.ok && this.model.redeemed.length > before) this.redemptionIds.push(answer.data.redemption._id);
  }

  private async close({ index, state }: Step & { call: 'close' }) {
    const place = index % (this.redemptionIds.length + 1);
    const input = { redemptionId: this.redemptionIds[place] ?? 'r-none', requestId: freshRequest() };
    const answer =
      state === 'fulfilled'
        ? await this.mall.ask('o-hr', 'fulfilRedemption', input)
        : await this.mall.ask('o-hr', 'cancelRedemption', { ...input, reason: '缺货' });
    expect(said(answer)).toBe(this.model.close(place, state));
  }

  private async voidOne(index: number) {
    // HR voids what stands in the ledger, so what is pending is written first.
    await this.sweep();
    const keys = [...this.model.lines.keys()];
    const key = keys[index % (keys.length + 1)];
    const entryId = key === undefined ? 'nobody.joined' : this.entryIdOf(key);
    const answer = await this.mall.ask('o-hr', 'voidEntry', { entryId, reason: '不对', requestId: freshRequest() });
    expect(said(answer, ({ taken }) => taken)).toBe(this.model.voidLine(key ?? 'none'));
  }

  /** An expired lot's entry is numbered; the model counts how often that lot ended. */
  private entryIdOf(key: string): string {
    const [owner, kind, ends, count] = key.split('.');
    if (kind !== 'expired') return key;
    const all = this.mall.books().entries.filter(({ _id }) => _id.startsWith(`${owner}.expired.${ends}.`));
    const inOrder = all.sort((one, other) => (one.sort < other.sort ? -1 : 1));
    return inOrder[Number(count)]?._id ?? 'none';
  }

  async agree(): Promise<void> {
    const now = new Date();
    for (const name of people.map(this.own)) {
      const account = this.mall.accountOf(name);
      const lots = Object.entries(account?.lots ?? {}).filter(([, points]) => points !== 0);
      const coins: Record<string, number> = {};
      for (const ends of this.model.purse(name)) coins[ends] = (coins[ends] ?? 0) + 1;
      expect(Object.fromEntries(lots)).toEqual(coins);
      expect(account?.balance ?? 0).toBe(this.model.purse(name).length);
      const view = await this.mall.tell(`o-${name}`, 'readAccount', {});
      const spendable = this.model.spendable(name, dayOf(now));
      const [next] = spendable;
      expect(view).toMatchObject({
        balance: spendable.length,
        lifetime: this.model.lifetime(name),
        givingLeft: this.model.givingLeft(name, monthOf(dayOf(now))),
        expiring: next === undefined ? null : { on: next, points: spendable.filter((ends) => ends === next).length },
      });
    }
    const shelf = this.mall.books().gifts.filter(({ _id }) => [`pin${round}`, `mug${round}`].includes(_id));
    expect(shelf.map(({ stock }) => stock)).toEqual([this.model.gifts.pin?.stock, this.model.gifts.mug?.stock]);
    expect(this.mall.violations()).toEqual([]);
  }
}

/** `ok`, with a figure of the answer where there is one; otherwise why it was refused. */
function said<Data>(answer: Answer<Data>, figureOf?: (data: Data) => number): string {
  if (!answer.ok) return answer.code;
  return figureOf ? `ok ${figureOf(answer.data)}` : 'ok';
}

let mall: Mall;
beforeEach(async () => {
  // Twelve months from here a lot ends on 29 February.
  stopClock('2027-02-26T01:00:00.000Z');
  mall = await openMall();
});
afterEach(() => mall.close());

it('any sequence of calls, days and nights amounts to what the model says, answer by answer, lot by lot', async () => {
  const compare = async (steps: readonly Step[]) => {
    round += 1;
    const suffix = round;
    const comparison = new Comparison(mall, (name) => `${name}${suffix}`);
    for (const name of people) await mall.stage.seat({ _id: `o-${name}${suffix}`, personId: `${name}${suffix}`, name });
    await mall.putOnShelf({ _id: `pin${round}`, stock: 4, costPoints: 3, perPersonLimit: 2 });
    await mall.putOnShelf({ _id: `mug${round}`, stock: 9, costPoints: 8 });
    for (const one of steps) await comparison.take(one);
    await comparison.agree();
  };
  const sequences = fc.array(step, { minLength: 10, maxLength: 60, size: 'max' });
  await fc.assert(fc.asyncProperty(sequences, compare), {
    seed: 20261122,
    numRuns: 14,
    endOnFailure: true,
  });
  await mall.sweep();
  expect(await mall.sweep()).toEqual(nothingOpen);
  expect(mall.violations()).toEqual([]);
});
