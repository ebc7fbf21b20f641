import { freshRequest, type Mall, openMall, passTime, stopClock } from '../../test/mall';
import { signedCall } from '../platform/system-call';
import { main } from './index';
import type { StoredCensus } from './rules/board/census';
import { heldAfter, type StoredDay } from './rules/board/stored-day';

let mall: Mall;
beforeAll(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
});
afterAll(() => mall.close());

let facts = 0;
async function reads(personId: string): Promise<void> {
  facts += 1;
  const at = new Date();
  const fact = { factId: `news-${facts}`, rule: 'newsRead', personId, about: null, at: at.toISOString() };
  const input = { ...fact, requestId: freshRequest() };
  const answer = await mall.stage.call(main, null, signedCall('points', 'earn', input, at));
  if (!answer.ok) throw new Error(`earning was refused: ${answer.code}`);
}
const days = () => mall.stage.cloud.documents('pointDays') as unknown as StoredDay[];
const censuses = () => mall.stage.cloud.documents('pointCensuses') as unknown as StoredCensus[];
const balances = () => mall.books().accounts.reduce((sum, { balance }) => sum + balance, 0);
const heldNow = () => {
  const latest = days().sort((one, other) => (one._id < other._id ? 1 : -1))[0];
  return latest ? heldAfter(latest) : 0;
};

describe('the daily roll-ups', () => {
  it('count every entry once, whenever the timer comes and however often', async () => {
    await mall.welcome('p-lan');
    await mall.tell('o-lan', 'checkIn', { requestId: freshRequest() });
    await mall.sweep();
    await mall.sweep();
    await mall.stage.runTimer(main, 'minute');
    expect(days()).toHaveLength(1);
    expect(days()[0]).toMatchObject({ issued: { joined: 20, checkIn: 5 }, entries: 2, isFinal: false });
    expect(heldNow()).toBe(balances());
  });

  it('follow what is redeemed, and go over to the next day with what is held', async () => {
    await mall.putOnShelf({ _id: 'mug', costPoints: 15 });
    await mall.tell('o-lan', 'redeemGift', { giftId: 'mug', requestId: freshRequest() });
    passTime(86_400_000);
    await mall.tell('o-lan', 'checkIn', { requestId: freshRequest() });
    await mall.sweep();
    await mall.sweep();
    expect(days().map(({ isFinal, heldBefore }) => [isFinal, heldBefore])).toEqual([
      [true, 0],
      [false, 10],
    ]);
    expect(heldNow()).toBe(balances());
  });

  it('are what HR sees, without the ledger being read', async () => {
    const { result, dbRequests } = await mall.stage.counted(() => mall.tell('o-hr', 'readInflationBoard', {}));
    expect(dbRequests).toBeLessThanOrEqual(4);
    expect(result.days.map(({ held }) => held)).toEqual([10, 15]);
    expect(result.recoveryPercent).toBe(50);
    const asked = mall.stage.cloud.requests.list().map(({ collection }) => collection);
    expect(asked).not.toContain('pointLedgerEntries');
  });

  it('open the lines behind them', async () => {
    const span = { from: '2026-11-20', until: '2026-11-21' };
    const all = await mall.tell('o-hr', 'listBookedLines', { ...span, source: null });
    expect(all.items.map(({ entry }) => entry.points).sort()).toEqual([-15, 20, 5, 5]);
    const some = await mall.tell('o-hr', 'listBookedLines', { ...span, source: 'checkIn' });
    expect(some.items.map(({ personName }) => personName)).toEqual(['lan', 'lan']);
    const first = await mall.tell('o-hr', 'listBookedLines', { from: '2026-11-21', until: '2026-11-21', source: null });
    expect(first.items).toHaveLength(1);
  });
});

describe("the night's walk", () => {
  it('counts everybody once and tells how far each gift is', async () => {
    const [census] = censuses().sort((one, other) => (one._id < other._id ? 1 : -1));
    expect(census).toMatchObject({ stage: 'done', persons: mall.books().accounts.length });
    const { census: seen } = await mall.tell('o-hr', 'readInflationBoard', {});
    expect(seen?.gifts).toContainEqual(expect.objectContaining({ giftId: 'mug', costPoints: 15 }));
  });

  it('lists once what is always held back, and HR notes what came of looking', async () => {
    for (let time = 0; time < 13; time += 1) await reads('p-yu');
    passTime(86_400_000);
    await mall.sweep();
    passTime(86_400_000);
    await mall.sweep();
    const { items } = await mall.tell('o-hr', 'listFindings', { state: 'open' });
    expect(items).toMatchObject([{ kind: 'capAlwaysHit', personName: 'yu', rule: 'newsRead', times: 12 }]);
    const noted = { findingId: items[0]?._id ?? '', note: '聊过了', requestId: freshRequest() };
    expect(await mall.tell('o-hr', 'noteFinding', noted)).toMatchObject({ state: 'lookedAt', note: '聊过了' });
    expect(await mall.tell('o-hr', 'noteFinding', noted)).toMatchObject({ note: '聊过了' });
    const late = { ...noted, requestId: freshRequest() };
    expect(await mall.refusalOf('o-hr', 'noteFinding', late)).toBe('finding_closed');
    expect((await mall.tell('o-hr', 'listFindings', { state: 'open' })).items).toEqual([]);
  });
});

describe('a trial', () => {
  const terms = {
    ...{ title: '阅读', points: 2, dailyTimes: 3, monthlyPoints: 60, coolDownMinutes: 1 },
    audience: 'everyone' as const,
  };

  it('of the rule as it is gives what was issued', async () => {
    const asked = { key: 'newsRead' as const, terms, requestId: freshRequest() };
    const opened = await mall.tell('o-hr', 'tryRule', asked);
    expect(await mall.tell('o-hr', 'tryRule', asked)).toEqual(opened);
    const trial = await mall.tell('o-hr', 'advanceRuleTrial', { trialId: opened._id, requestId: freshRequest() });
    expect(trial).toMatchObject({ stage: 'done', was: 2, would: 2, heldBackWas: 12, heldBackWould: 12 });
    expect(trial.forecastWas).toEqual(trial.forecastWould);
  });

  it('of other terms says who would have had what, and changes nothing', async () => {
    const before = mall.books();
    const freely = { ...terms, dailyTimes: null, coolDownMinutes: 0 };
    const opened = await mall.tell('o-hr', 'tryRule', { key: 'newsRead', terms: freely, requestId: freshRequest() });
    passTime(61_000);
    await mall.stage.runTimer(main, 'minute');
    const trial = await mall.tell('o-hr', 'readRuleTrial', { trialId: opened._id });
    expect(trial).toMatchObject({ stage: 'done', was: 2, would: 26, heldBackWould: 0 });
    expect(trial.differences).toMatchObject([{ name: 'yu', was: 2, would: 26 }]);
    expect(mall.books()).toEqual(before);
  });

  it('of a price tells weeks and people, and leaves the price', async () => {
    const trial = await mall.tell('o-hr', 'tryGiftPrice', { giftId: 'mug', costPoints: 16 });
    expect(trial).toMatchObject({ costPoints: 15, newCostPoints: 16, withinReach: 1, newWithinReach: 0 });
    // The one mug that went took all that so few people hold; at one point each, something would be left.
    const { held, newHeld } = await mall.tell('o-hr', 'tryGiftPrice', { giftId: 'mug', costPoints: 1 });
    expect(held).toBe(0);
    expect(newHeld).toBeGreaterThan(0);
    expect(await mall.refusalOf('o-hr', 'tryGiftPrice', { giftId: 'none', costPoints: 16 })).toBe('gift_not_found');
  });
});

it('HR that hands a gift out to itself is listed for another one to look at', async () => {
  await mall.welcome('p-hr');
  await mall.putOnShelf({ _id: 'cup', costPoints: 15 });
  const { redemption } = await mall.tell('o-hr', 'redeemGift', { giftId: 'cup', requestId: freshRequest() });
  await mall.tell('o-hr', 'fulfilRedemption', { redemptionId: redemption._id, requestId: freshRequest() });
  const { items } = await mall.tell('o-hr', 'listFindings', { state: 'open' });
  expect(items).toMatchObject([{ kind: 'selfDealing', personId: 'p-hr' }]);
  const note = { findingId: items[0]?._id ?? '', note: '只有我在', requestId: freshRequest() };
  expect(await mall.refusalOf('o-hr', 'noteFinding', note)).toBe('finding_about_oneself');
});

describe('thresholds', () => {
  it('raise alarms by night, once told', async () => {
    const thresholds = { recoveryBelowPercent: 100, topTenthAbovePercent: null, heldAbovePoints: 1, weeksAbove: null };
    await mall.tell('o-hr', 'changeBoardThresholds', { thresholds, tellsMe: true, requestId: freshRequest() });
    passTime(86_400_000);
    await mall.sweep();
    const board = await mall.tell('o-hr', 'readInflationBoard', {});
    expect(board).toMatchObject({ thresholds, tellsMe: true, alarms: ['recoveryLow', 'heldHigh'] });
    await mall.sweep();
    const told = mall.stage.cloud.documents('todayEntries').filter(({ title }) => title === '积分看板有提醒');
    expect(told.map(({ personId, line }) => [personId, line])).toEqual([
      ['p-hr', '回收率低于提醒线；大家手里的积分超过提醒线'],
    ]);
  });
});
