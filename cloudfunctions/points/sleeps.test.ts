import type { FaultyLine } from '../../simulator/cloud/faults/faulty-line';
import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../test/mall';
import { main } from './index';
import { settleAccounts } from './jobs/settle-accounts';
import { settleGifts } from './jobs/settle-gifts';
import { accounts } from './store';

// The SDK warns of requests that take long by the stopped clock; sleeping is what this file is about.
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let mall: Mall;
let line: FaultyLine;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  // What is done once a day is done, and not again after each cut.
  await mall.sweep();
  line = mall.stage.cloud.faults.line;
});
afterEach(() => mall.close());

const newcomer = () => mall.newcomer();
const stockOf = (giftId: string) => mall.books().gifts.find(({ _id }) => _id === giftId)?.stock;

it('a redemption that slept at any request while the sweep went by wakes up to the truth', async () => {
  for (let request = 2; request <= 5; request += 1) {
    const { name, openId, giftId } = await newcomer();
    const requestId = freshRequest();
    const isHeld = line.holdAt(request);
    const redeeming = mall.ask(openId, 'redeemGift', { giftId, requestId });
    const wakeUp = await isHeld;
    for (let minute = 0; minute < 3; minute += 1) {
      await mall.sweep();
      expect(mall.violations()).toEqual([]);
    }
    wakeUp();
    expect(await redeeming).toMatchObject({ ok: true, data: { balance: 5 } });
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect({ request, found: mall.violations() }).toEqual({ request, found: [] });
    expect([mall.accountOf(`p-${name}`)?.balance, stockOf(giftId)]).toEqual([5, 1]);
  }
});

it('a twin on its way is waited for, and replaced once its function cannot live any more', async () => {
  const { openId, giftId } = await newcomer();
  const requestId = freshRequest();
  const redeem = () => mall.ask(openId, 'redeemGift', { giftId, requestId });
  const isHeld = line.holdAt(4);
  const twin = redeem();
  const wakeUp = await isHeld;
  passTime(30_000);
  expect(await redeem()).toMatchObject({ ok: false, code: 'points_busy' });
  passTime(1);
  const answer = await redeem();
  expect(answer).toMatchObject({ ok: true, data: { balance: 5 } });
  wakeUp();
  expect(await twin).toEqual({ ...answer, traceId: expect.any(String) });
  expect(stockOf(giftId)).toBe(1);
  expect(mall.violations()).toEqual([]);
});

it('a twin that slept until the redemption was swept away does not pay a second time', async () => {
  const { openId, giftId } = await newcomer();
  await mall.tell(openId, 'checkIn', { requestId: freshRequest() });
  await mall.putOnShelf({ _id: giftId, stock: 2, costPoints: 5 });
  const requestId = freshRequest();
  const redeem = () => mall.ask(openId, 'redeemGift', { giftId, requestId });
  const isHeld = line.holdAt(3);
  const twin = redeem();
  const wakeUp = await isHeld;
  const first = await redeem();
  expect(await mall.sweep()).toEqual(nothingOpen);
  wakeUp();
  expect(await twin).toEqual({ ...first, traceId: expect.any(String) });
  await mall.sweep();
  expect((await mall.tell(openId, 'listLedger', {})).items.map(({ points }) => points)).toEqual([-5, 5, 20]);
  expect(stockOf(giftId)).toBe(1);
  expect(mall.violations()).toEqual([]);
});

it('a cancellation that slept at any request while the sweep went by gives nothing back twice', async () => {
  for (let request = 2; request <= 9; request += 1) {
    const { name, openId, giftId } = await newcomer();
    const { redemption } = await mall.tell(openId, 'redeemGift', { giftId, requestId: freshRequest() });
    const isHeld = line.holdAt(request);
    const input = { redemptionId: redemption._id, reason: '缺货', requestId: freshRequest() };
    const cancelling = mall.ask('o-hr', 'cancelRedemption', input);
    const wakeUp = await isHeld;
    for (let minute = 0; minute < 3; minute += 1) await mall.sweep();
    wakeUp();
    expect(await cancelling).toMatchObject({ ok: true });
    await mall.sweep();
    await mall.sweep();
    expect({ request, found: mall.violations() }).toEqual({ request, found: [] });
    expect([mall.accountOf(`p-${name}`)?.balance, stockOf(giftId)]).toEqual([20, 2]);
  }
});

/** The sweep, held at each of its requests in turn while something else happens. */
async function whileTheSweepSleeps(oneCase: (sleep: () => Promise<() => Promise<void>>) => Promise<void>) {
  const putBack = mall.stage.cloud.snapshot();
  const moment = Date.now();
  for (let request = 1, wasHeld = true; wasHeld; request += 1) {
    putBack();
    jest.setSystemTime(moment);
    await oneCase(async () => {
      const isHeld = line.holdAt(request);
      const sweeping = mall.stage.runTimer(main, 'minute');
      const wakeUp = await Promise.race([isHeld, sweeping.then(() => null)]);
      wasHeld = wakeUp !== null;
      if (!wasHeld) line.heal();
      return async () => {
        wakeUp?.();
        await sweeping;
      };
    });
    await mall.sweep();
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect({ request, found: mall.violations() }).toEqual({ request, found: [] });
  }
}

it.each([
  ['went on', false],
  ['went on and was settled', true],
])('a sweep that slept while the redemption it would undo %s takes nothing back', async (_name, isSettled) => {
  await whileTheSweepSleeps(async (sleep) => {
    const { openId, giftId } = await mall.newcomer();
    const isHeld = line.holdAt(4);
    const redeeming = mall.ask(openId, 'redeemGift', { giftId, requestId: freshRequest() });
    const wakeUp = await isHeld;
    passTime(120_000);
    const sweepOn = await sleep();
    wakeUp();
    expect(await redeeming).toMatchObject({ ok: true });
    const now = new Date().toISOString();
    if (isSettled) await settleAccounts(now, now);
    expect(mall.violations()).toEqual([]);
    await sweepOn();
    expect(mall.violations()).toEqual([]);
    expect(stockOf(giftId)).toBe(1);
  });
});

it('a sweep that slept at any request while another one and the person went on loses nothing', async () => {
  await whileTheSweepSleeps(async (sleep) => {
    const { name, openId, giftId } = await mall.newcomer();
    await mall.tell(openId, 'redeemGift', { giftId, requestId: freshRequest() });
    passTime(120_000);
    const sweepOn = await sleep();
    await mall.stage.runTimer(main, 'minute');
    await mall.putOnShelf({ _id: `pin-${name}`, costPoints: 1 });
    await mall.tell(openId, 'checkIn', { requestId: freshRequest() });
    await mall.tell(openId, 'redeemGift', { giftId: `pin-${name}`, requestId: freshRequest() });
    await sweepOn();
    expect(mall.violations()).toEqual([]);
    expect(mall.accountOf(`p-${name}`)?.balance).toBe(9);
  });
});

it('a replay that slept at any request while the sweep went by is undone once', async () => {
  for (let request = 2; request <= 8; request += 1) {
    const { name, openId, giftId } = await mall.newcomer();
    await mall.tell(openId, 'checkIn', { requestId: freshRequest() });
    await mall.putOnShelf({ _id: giftId, stock: 2, costPoints: 10 });
    const requestId = freshRequest();
    const redeem = () => mall.ask(openId, 'redeemGift', { giftId, requestId });
    const first = await redeem();
    expect(await mall.sweep()).toEqual(nothingOpen);
    await forgetRequests(name);
    const isHeld = line.holdAt(request);
    const replay = redeem();
    const wakeUp = await isHeld;
    for (let minute = 0; minute < 3; minute += 1) await mall.sweep();
    wakeUp();
    expect(await replay).toMatchObject({ ok: true, data: first.ok ? { redemption: first.data.redemption } : {} });
    for (let minute = 0; minute < 3; minute += 1) await mall.sweep();
    expect({ request, found: mall.violations() }).toEqual({ request, found: [] });
    expect([mall.accountOf(`p-${name}`)?.balance, stockOf(giftId)]).toEqual([15, 1]);
  }
});

it('a piece that is paid for stays where it is, whether its account is settled or not', async () => {
  const { name, openId, giftId } = await mall.newcomer();
  const requestId = freshRequest();
  const redeem = () => mall.ask(openId, 'redeemGift', { giftId, requestId });
  line.breakAt(5, 'before');
  await redeem();
  line.heal();
  passTime(120_000);
  const now = new Date().toISOString();
  await settleGifts(now);
  expect(stockOf(giftId)).toBe(1);
  await settleAccounts(now, now);
  await forgetRequests(name);
  expect(await redeem()).toMatchObject({ code: 'points_busy' });
  expect(stockOf(giftId)).toBe(1);
  expect(mall.violations()).toEqual([]);
  expect(await mall.sweep()).toEqual(nothingOpen);
});

/** As after twenty other requests. */
async function forgetRequests(name: string): Promise<void> {
  const account = mall.accountOf(`p-${name}`);
  if (account) await accounts.put({ ...account, recent: [] });
}
