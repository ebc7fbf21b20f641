import { cutsOf } from '../../test/at-every-request';
import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../test/mall';
import { main } from './index';
import { accounts } from './store';

// The door logs every request that the line swallowed; that is what this file is about.
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let mall: Mall;
let people = 0;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  // What is done once a day is done, and not again after each cut.
  await mall.sweep();
});
afterEach(() => mall.close());

const newcomer = () => mall.newcomer();
const tick = () => mall.stage.runTimer(main, 'minute');
const stockOf = (giftId: string) => mall.books().gifts.find(({ _id }) => _id === giftId)?.stock;

const { cutAt, atEveryRequest } = cutsOf(() => mall);

it('a redemption killed at any request is finished or undone, and its repeat is granted exactly once', async () => {
  const cuts = await atEveryRequest(async (cut) => {
    const { name, openId, giftId } = await newcomer();
    const requestId = freshRequest();
    const redeem = () => mall.ask(openId, 'redeemGift', { giftId, requestId });
    await cut(redeem);
    expect(await mall.sweep()).toEqual(nothingOpen);
    const balance = mall.accountOf(`p-${name}`)?.balance ?? -1;
    expect([balance, stockOf(giftId)]).toEqual(balance === 20 ? [20, 2] : [5, 1]);
    expect(await redeem()).toMatchObject({ ok: true, data: { balance: 5, redemption: { state: 'reserved' } } });
    expect(stockOf(giftId)).toBe(1);
    await mall.sweep();
    expect((await mall.tell(openId, 'listMyRedemptions', {})).items).toHaveLength(1);
    expect((await mall.tell(openId, 'listLedger', {})).items.map(({ points }) => points)).toEqual([-15, 20]);
  });
  expect(cuts).toBe(5);
});

it('a redemption killed at any request is told truthfully to the person who tries again at once', async () => {
  await atEveryRequest(async (cut) => {
    const { openId, giftId } = await newcomer();
    const requestId = freshRequest();
    const redeem = () => mall.ask(openId, 'redeemGift', { giftId, requestId });
    await cut(redeem);
    const again = await redeem();
    if (again.ok) {
      const { redemptionId } = { redemptionId: again.data.redemption._id };
      expect(await mall.tell(openId, 'readMyRedemption', { redemptionId })).toEqual(again.data.redemption);
    } else {
      expect(again.code).toBe('points_busy');
      passTime(40_000);
      expect(await redeem()).toMatchObject({ ok: true, data: { balance: 5 } });
    }
    expect(stockOf(giftId)).toBe(1);
    expect(await mall.sweep()).toEqual(nothingOpen);
  });
});

it('a check-in killed at any request is booked once or not at all, and its repeat brings it about', async () => {
  const cuts = await atEveryRequest(async (cut) => {
    const { name, openId } = await newcomer();
    const requestId = freshRequest();
    await cut(() => mall.ask(openId, 'checkIn', { requestId }));
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect(await mall.ask(openId, 'checkIn', { requestId })).toMatchObject({ ok: true, data: { gained: 5 } });
    expect(mall.accountOf(`p-${name}`)?.balance).toBe(25);
    await mall.sweep();
    expect((await mall.tell(openId, 'listLedger', {})).items.map(({ points }) => points)).toEqual([5, 20]);
  });
  expect(cuts).toBe(2);
});

it('a first check-in without an account, killed at any request, is booked once or not at all', async () => {
  const cuts = await atEveryRequest(async (cut) => {
    people += 1;
    const name = `early${people}`;
    await mall.stage.seat({ _id: `o-${name}`, personId: `p-${name}`, name });
    const requestId = freshRequest();
    const checkIn = () => mall.ask(`o-${name}`, 'checkIn', { requestId });
    await cut(checkIn);
    expect(await checkIn()).toMatchObject({ ok: true, data: { account: { balance: 5 } } });
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect((await mall.tell(`o-${name}`, 'listLedger', {})).items).toHaveLength(1);
  });
  expect(cuts).toBe(4);
});

it('a welcome killed at any request comes once when the fact is delivered again', async () => {
  const cuts = await atEveryRequest(async (cut) => {
    people += 1;
    const personId = `p-guest${people}`;
    await cut(() => mall.welcome(personId));
    await mall.welcome(personId);
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect(mall.books().entries.filter((entry) => entry.personId === personId)).toMatchObject([{ points: 20 }]);
  });
  expect(cuts).toBe(1);
});

it('a cancellation killed at any request brings points and piece back exactly once', async () => {
  // Telling its person is killed in telling/telling.test.ts.
  mall.takeTodayDown(true);
  const cuts = await atEveryRequest(async (cut) => {
    const { name, openId, giftId } = await newcomer();
    const { redemption } = await mall.tell(openId, 'redeemGift', { giftId, requestId: freshRequest() });
    await mall.sweep();
    const input = { redemptionId: redemption._id, reason: '缺货', requestId: freshRequest() };
    const cancel = () => mall.ask('o-hr', 'cancelRedemption', input);
    await cut(cancel);
    // A sweep that comes before anything counts as left behind must not forget what it cannot finish yet.
    await tick();
    await mall.sweep();
    expect(await cancel()).toMatchObject({ ok: true, data: { state: 'cancelled', cancelReason: '缺货' } });
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect([mall.accountOf(`p-${name}`)?.balance, stockOf(giftId)]).toEqual([20, 2]);
    expect(mall.accountOf(`p-${name}`)?.taken).toEqual({ [giftId]: 0 });
    expect((await mall.tell(openId, 'listLedger', {})).items.map(({ points }) => points)).toEqual([15, -15, 20]);
  });
  expect(cuts).toBeGreaterThan(7);
});

it('a replay older than the memory, killed at any request, is neither executed nor paid again', async () => {
  const cuts = await atEveryRequest(async (cut) => {
    const { name, openId, giftId } = await newcomer();
    await mall.tell(openId, 'checkIn', { requestId: freshRequest() });
    await mall.putOnShelf({ _id: giftId, stock: 2, costPoints: 10 });
    const requestId = freshRequest();
    const redeem = () => mall.ask(openId, 'redeemGift', { giftId, requestId });
    const first = await redeem();
    expect(await mall.sweep()).toEqual(nothingOpen);
    const account = mall.accountOf(`p-${name}`);
    if (account) await accounts.put({ ...account, recent: [] });
    await cut(redeem);
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect(await redeem()).toEqual({ ...first, traceId: expect.any(String) });
    expect([mall.accountOf(`p-${name}`)?.balance, stockOf(giftId)]).toEqual([15, 1]);
  });
  expect(cuts).toBeGreaterThan(7);
});

it('a sweep killed at any request is finished by the next one', async () => {
  // One of each: a piece reserved and not paid, a debit without its redemption, a cancellation half done.
  const [idle, paid, cancelled] = [await newcomer(), await newcomer(), await newcomer()];
  const giftOf = ({ giftId }: typeof idle) => ({ giftId, requestId: freshRequest() });
  await cutAt(4, 'before', () => mall.ask(idle.openId, 'redeemGift', giftOf(idle)));
  await cutAt(4, 'after', () => mall.ask(paid.openId, 'redeemGift', giftOf(paid)));
  const { redemption } = await mall.tell(cancelled.openId, 'redeemGift', giftOf(cancelled));
  const input = { redemptionId: redemption._id, reason: '缺货', requestId: freshRequest() };
  await cutAt(2, 'after', () => mall.ask('o-hr', 'cancelRedemption', input));
  passTime(120_000);
  const cuts = await atEveryRequest(async (cut) => {
    await cut(() => tick());
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect([stockOf(idle.giftId), stockOf(paid.giftId), stockOf(cancelled.giftId)]).toEqual([2, 1, 2]);
  });
  expect(cuts).toBeGreaterThan(20);
});

it('two sweeps at the same moment finish each thing once', async () => {
  const { name, openId, giftId } = await newcomer();
  const { redemption } = await mall.tell(openId, 'redeemGift', { giftId, requestId: freshRequest() });
  await cutAt(2, 'after', () =>
    mall.ask('o-hr', 'cancelRedemption', { redemptionId: redemption._id, reason: '缺货', requestId: freshRequest() }),
  );
  for (let minute = 0; minute < 3; minute += 1) {
    passTime(120_000);
    await Promise.all([tick(), tick(), tick()]);
    expect(mall.violations()).toEqual([]);
  }
  expect(await mall.sweep()).toEqual(nothingOpen);
  expect([mall.accountOf(`p-${name}`)?.balance, stockOf(giftId)]).toEqual([20, 2]);
});
