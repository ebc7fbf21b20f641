import { completeLedger } from '../cloudfunctions/points/books/audit-account';
import { auditCodes } from '../cloudfunctions/points/books/audit-codes';
import { partyTotals } from '../cloudfunctions/points/books/audit-parties';
import { auditPools } from '../cloudfunctions/points/books/audit-pools';
import { sweep } from '../cloudfunctions/points/jobs/sweep';
import { expireAccounts } from '../cloudfunctions/points/nightly/expire';
import { proveAccounts } from '../cloudfunctions/points/nightly/prove';
import { walkNight } from '../cloudfunctions/points/nightly/run';
import type { StoredCode } from '../cloudfunctions/points/rules/gift-code';
import type { StoredPool, StoredShare } from '../cloudfunctions/points/rules/pool';
import { dayOf, monthOf } from '../shared/kernel/day';
import { AccountSteps } from './account-steps';
import { type Books, freshRequest, passTime } from './mall';
import { paidInto } from './mall-model';
import { MallSteps } from './mall-steps';
import { type Both, type Sequence, said } from './points-sequence';
import { people, type Step, type StepOf } from './points-steps';

/** The same steps through the function and through the model; every answer and every lot has to agree. */
export class PointsComparison {
  private readonly accounts: AccountSteps;
  private readonly shop: MallSteps;

  /** `met` gathers what was answered to which call. */
  constructor(
    private readonly on: Sequence,
    private readonly met: Set<string>,
  ) {
    this.accounts = new AccountSteps(on);
    this.shop = new MallSteps(on);
  }

  /** One step; what was answered has to be what the model says. */
  async take(one: Step): Promise<void> {
    const [answered, expected] = await this.both(one);
    if (answered !== expected) throw new Error(`${JSON.stringify(one)}: ${answered}, but the model says ${expected}`);
    this.met.add([one.call, 'how' in one ? one.how : '', answered.split(' ')[0]].filter(Boolean).join(' '));
  }

  private both(one: Step): Promise<Both> {
    switch (one.call) {
      case 'join':
        return this.accounts.join(one);
      case 'leave':
        return this.accounts.leave(one);
      case 'checkIn':
        return this.accounts.checkIn(one);
      case 'earn':
        return this.accounts.earn(one);
      case 'decide':
        return this.accounts.decide(one);
      case 'give':
        return this.accounts.give(one);
      case 'correct':
        return this.accounts.correct(one);
      case 'void':
        return this.voidOne(one);
      case 'spend':
        return this.accounts.spend(one);
      case 'unspend':
        return this.accounts.unspend(one);
      case 'redeem':
        return this.shop.redeem(one);
      case 'close':
        return this.shop.close(one);
      case 'reveal':
        return this.shop.reveal(one);
      case 'addCodes':
        return this.shop.addCodes(one);
      case 'restock':
        return this.shop.restock(one);
      case 'planPrice':
        return this.shop.planPrice(one);
      case 'payIn':
        return this.shop.payIn(one);
      case 'endPool':
        return this.shop.endPool(one);
      case 'wait':
        return this.wait(one);
      case 'sweep':
        return this.sweep();
      case 'night':
        return this.night();
    }
  }

  private async wait({ millis }: StepOf<'wait'>): Promise<Both> {
    passTime(millis);
    return ['ok', 'ok'];
  }

  /** Without the night, which has a step of its own, and without the board, which moves nothing. */
  private async sweep(): Promise<Both> {
    passTime(120_000);
    await sweep(new Date());
    this.on.mallModel.sweep(new Date());
    return ['ok', 'ok'];
  }

  private async night(): Promise<Both> {
    await walkNight({ expire: expireAccounts, proof: proveAccounts }, new Date());
    this.on.model.night(dayOf(new Date()));
    return ['ok', 'ok'];
  }

  private async voidOne({ line }: StepOf<'void'>): Promise<Both> {
    // HR voids what stands in the ledger, so what is pending is written first.
    await this.sweep();
    const keys = [...this.on.model.lines.keys()].filter((key) => !key.includes('redeemed') && !key.includes('pool'));
    const key = keys[line % (keys.length + 1)];
    const entryId = key === undefined ? 'nobody.joined' : this.accounts.entryIdOf(key);
    const answer = await this.on.mall.ask('o-hr', 'voidEntry', { entryId, reason: '不对', requestId: freshRequest() });
    return [said(answer, ({ taken }) => taken), this.on.model.voidLine(key ?? 'none')];
  }

  /** Every purse, shelf, pool, code and party. */
  async agree(): Promise<void> {
    for (const name of people) await this.agreeAbout(this.on.own(name), this.on.ofPerson(name));
    const { accounts, entries, gifts, redemptions } = this.on.mall.books();
    const names = Object.keys(this.on.mallModel.gifts);
    const stocks = names.map((name) => gifts.find(({ _id }) => _id === this.on.own(name))?.stock);
    expect(stocks).toEqual(names.map((name) => this.on.mallModel.gifts[name]?.stock));
    const codesShown = [...this.on.codeOf.values()];
    expect(new Set(codesShown).size).toBe(codesShown.length);
    const ledgers = accounts
      .filter(({ _id }) => people.some((name) => _id === this.on.own(name)))
      .map((account) =>
        completeLedger(
          account,
          entries.filter(({ personId }) => personId === account._id),
          () => {},
        ),
      );
    expect(partyTotals(ledgers.flat())).toEqual({ ...this.on.model.parties, transit: 0 });
    this.agreeAboutPools(accounts, entries);
    expect(auditCodes(gifts, redemptions, this.documents<StoredCode>('giftCodes'))).toEqual([]);
    expect(this.on.mall.violations()).toEqual([]);
  }

  private agreeAboutPools(accounts: Books['accounts'], entries: Books['entries']): void {
    const stored = this.documents<StoredPool>('pools');
    const found = Object.keys(this.on.mallModel.pools).map((name) => {
      const pool = stored.find(({ _id }) => _id === this.on.poolId(name));
      // What goes back is back at once; the sweep says so.
      return [pool?.state === 'returning' ? 'returned' : pool?.state, pool?.paidPoints];
    });
    expect(found).toEqual(Object.values(this.on.mallModel.pools).map((pool) => [pool.state, paidInto(pool)]));
    expect(auditPools(accounts, entries, stored, this.documents<StoredShare>('poolShares'))).toEqual([]);
  }

  private documents = <Stored>(collection: string) =>
    this.on.mall.stage.cloud.documents(collection) as unknown as Stored[];

  private async agreeAbout(personId: string, openId: string): Promise<void> {
    const today = dayOf(new Date());
    const account = this.on.mall.accountOf(personId);
    const lots = Object.entries(account?.lots ?? {}).filter(([, points]) => points !== 0);
    const coins: Record<string, number> = {};
    for (const ends of this.on.model.purse(personId)) coins[ends] = (coins[ends] ?? 0) + 1;
    expect(Object.fromEntries(lots)).toEqual(coins);
    expect(account?.balance ?? 0).toBe(this.on.model.purse(personId).length);
    expect(await this.on.mall.tell(openId, 'readAccount', {})).toMatchObject({
      balance: this.on.model.spendable(personId, today).length,
      lifetime: this.on.model.lifetime(personId),
      givingLeft: this.on.model.givingLeft(personId, monthOf(today)),
      expiring: this.on.model.expiring(personId, today),
      spendBy: this.on.model.spendBy.get(personId) ?? null,
    });
  }
}
