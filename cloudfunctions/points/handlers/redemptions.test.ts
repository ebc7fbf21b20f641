import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../../test/mall';
import { gifts } from '../store';

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  await mall.welcome('p-lan');
  await mall.putOnShelf({ _id: 'pin', costPoints: 1, stock: 20 });
});
afterEach(async () => {
  expect(mall.violations()).toEqual([]);
  await mall.sweep();
  expect(await mall.sweep()).toEqual(nothingOpen);
  expect(mall.violations()).toEqual([]);
});
afterEach(() => mall.close());

async function redeemed(): Promise<string> {
  passTime(1000);
  const { redemption } = await mall.tell('o-lan', 'redeemGift', { giftId: 'pin', requestId: freshRequest() });
  return redemption._id;
}
const stock = () => mall.books().gifts[0]?.stock;

it('hands a gift over once, with one conditional update and one more once its person was told', async () => {
  const ask = { redemptionId: await redeemed(), requestId: freshRequest() };
  const first = await mall.stage.counted(() => mall.tell('o-hr', 'fulfilRedemption', ask));
  // Two of them are made by the function that tells people.
  expect(first).toMatchObject({ dbRequests: 5, result: { state: 'fulfilled', closedAt: '2026-11-20T01:00:01.000Z' } });
  passTime(1000);
  expect(await mall.tell('o-hr', 'fulfilRedemption', ask)).toEqual(first.result);
  const before = mall.books();
  const other = { ...ask, requestId: freshRequest() };
  expect(await mall.refusalOf('o-hr', 'fulfilRedemption', other)).toBe('redemption_closed');
  expect(await mall.refusalOf('o-hr', 'cancelRedemption', { ...ask, reason: '缺货' })).toBe('redemption_closed');
  expect(await mall.refusalOf('o-hr', 'fulfilRedemption', { ...ask, redemptionId: 'r-none' })).toBe(
    'redemption_not_found',
  );
  expect(mall.books()).toEqual(before);
});

it('brings points and piece back when HR cancels, with the reason for the person', async () => {
  const ask = { redemptionId: await redeemed(), reason: '供应商缺货', requestId: freshRequest() };
  const cancelled = await mall.tell('o-hr', 'cancelRedemption', ask);
  expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: '供应商缺货' });
  expect(await mall.tell('o-lan', 'readMyRedemption', { redemptionId: ask.redemptionId })).toEqual(cancelled);
  expect(mall.accountOf('p-lan')).toMatchObject({ balance: 20, lifetime: 20, taken: { pin: 0 } });
  expect(stock()).toBe(20);
  const { items } = await mall.tell('o-lan', 'listLedger', {});
  expect(items[0]).toMatchObject({ points: 1, balanceAfter: 20, cause: { kind: 'redemptionCancelled' } });
  expect(await mall.tell('o-hr', 'cancelRedemption', ask)).toEqual(cancelled);
  expect(await mall.refusalOf('o-hr', 'cancelRedemption', { ...ask, reason: '别的' })).toBe('redemption_closed');
  expect(await mall.refusalOf('o-hr', 'cancelRedemption', { ...ask, requestId: freshRequest() })).toBe(
    'redemption_closed',
  );
  const fulfil = { redemptionId: ask.redemptionId, requestId: ask.requestId };
  expect(await mall.refusalOf('o-hr', 'fulfilRedemption', fulfil)).toBe('redemption_closed');
  expect(mall.accountOf('p-lan')?.balance).toBe(20);
});

it('lets one of two HR people win who fulfil and cancel at the same moment', async () => {
  const redemptionId = await redeemed();
  const answers = await Promise.all([
    mall.ask('o-hr', 'fulfilRedemption', { redemptionId, requestId: freshRequest() }),
    mall.ask('o-hr', 'cancelRedemption', { redemptionId, reason: '缺货', requestId: freshRequest() }),
    mall.ask('o-hr', 'cancelRedemption', { redemptionId, reason: '缺货', requestId: freshRequest() }),
    mall.ask('o-hr', 'fulfilRedemption', { redemptionId, requestId: freshRequest() }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

it('brings many cancelled at the same moment back, each once', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 6; count += 1) ids.push(await redeemed());
  const twice = [...ids, ...ids].map((redemptionId) => ({
    redemptionId,
    reason: '缺货',
    requestId: `r-${redemptionId}`,
  }));
  await Promise.all(twice.map((ask) => mall.ask('o-hr', 'cancelRedemption', { ...ask, requestId: idOf(ask) })));
  await mall.sweep();
  await mall.sweep();
  expect(mall.accountOf('p-lan')).toMatchObject({ balance: 20, taken: { pin: 0 } });
  expect(stock()).toBe(20);
});
const idOf = ({ redemptionId }: { redemptionId: string }) => `cancel-${redemptionId.replace(/[^A-Za-z0-9]/g, '-')}`;

it('goes on bringing back a piece for which there was no room at first', async () => {
  const ask = { redemptionId: await redeemed(), reason: '缺货', requestId: freshRequest() };
  const [pin] = mall.books().gifts;
  if (!pin) throw new Error('the stage is not set');
  await gifts.put({ ...pin, returned: Array.from({ length: 2000 }, (_, index) => `r-${index}`) });
  expect(await mall.tell('o-hr', 'cancelRedemption', ask)).toMatchObject({ state: 'cancelled' });
  expect(stock()).toBe(19);
  await gifts.put(pin);
  await mall.sweep();
  expect(stock()).toBe(20);
  expect(mall.accountOf('p-lan')?.balance).toBe(20);
});

it('lists what is to be handed out as a queue and what is closed as a history', async () => {
  const [first, second, third] = [await redeemed(), await redeemed(), await redeemed()];
  const list = async (state: 'reserved' | 'fulfilled') =>
    (await mall.tell('o-hr', 'listRedemptions', { state })).items.map(({ _id }) => _id);
  expect(await list('reserved')).toEqual([first, second, third]);
  for (const redemptionId of [first, second]) {
    await mall.tell('o-hr', 'fulfilRedemption', { redemptionId, requestId: freshRequest() });
  }
  expect(await list('reserved')).toEqual([third]);
  expect(await list('fulfilled')).toEqual([second, first]);
});

it('costs the same on every page: two requests, the ledger three, and as many documents as are shown', async () => {
  for (let count = 0; count < 12; count += 1) await redeemed();
  await mall.sweep();
  for (const [call, requests] of [
    ['listLedger', 3],
    ['listMyRedemptions', 2],
  ] as const) {
    let cursor: string | undefined;
    const costs: [number, number][] = [];
    for (let page = 0; page < 3; page += 1) {
      const input = cursor === undefined ? { limit: 4 } : { limit: 4, cursor };
      const counted = await mall.stage.counted(() => mall.tell('o-lan', call, input));
      costs.push([counted.dbRequests, counted.examined]);
      cursor = counted.result.next ?? undefined;
    }
    expect(new Set(costs.map(([made]) => made))).toEqual(new Set([requests]));
    expect(costs[1]).toEqual(costs[0]);
  }
});

it("shows a person only their own redemptions, and nothing of another's", async () => {
  const redemptionId = await redeemed();
  expect(await mall.refusalOf('o-ming', 'readMyRedemption', { redemptionId })).toBe('redemption_not_found');
  expect((await mall.tell('o-ming', 'listMyRedemptions', {})).items).toEqual([]);
  expect((await mall.tell('o-ming', 'listLedger', {})).items).toEqual([]);
  expect((await mall.stage.counted(() => mall.tell('o-lan', 'readMyRedemption', { redemptionId }))).dbRequests).toBe(2);
});
