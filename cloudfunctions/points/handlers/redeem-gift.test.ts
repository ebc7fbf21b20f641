import { type Books, freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../../test/mall';

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  await mall.welcome('p-lan');
  await mall.putOnShelf({ _id: 'mug', stock: 2, costPoints: 15 });
});
afterEach(async () => {
  expect(mall.violations()).toEqual([]);
  expect(await mall.sweep()).toEqual(nothingOpen);
  expect(mall.violations()).toEqual([]);
});
afterEach(() => mall.close());

const redeem = (requestId: string, giftId = 'mug') => mall.ask('o-lan', 'redeemGift', { giftId, requestId });
const stockOf = (giftId: string) => mall.books().gifts.find(({ _id }) => _id === giftId)?.stock;
async function expectNothingWritten(work: () => Promise<unknown>): Promise<void> {
  const before: Books = mall.books();
  const writes = mall.stage.cloud.writes();
  await work();
  expect(mall.books()).toEqual(before);
  expect(mall.stage.cloud.writes()).toBe(writes);
}

it('takes the price from the account and a piece from the shelf, and reserves it for the person', async () => {
  const { redemption, balance } = await mall.tell('o-lan', 'redeemGift', {
    giftId: 'mug',
    requestId: freshRequest(),
  });
  expect(balance).toBe(5);
  expect(redemption).toMatchObject({ state: 'reserved', costPoints: 15, personName: 'lan', branchId: 'head-office' });
  expect(stockOf('mug')).toBe(1);
  expect((await mall.tell('o-lan', 'listMyRedemptions', {})).items).toEqual([redemption]);
  const { items } = await mall.tell('o-lan', 'listLedger', {});
  expect(items.map(({ points, balanceAfter }) => [points, balanceAfter])).toEqual([
    [-15, 5],
    [20, 20],
  ]);
});

it('costs five database requests the first time and two when it is repeated', async () => {
  const requestId = freshRequest();
  const first = await mall.stage.counted(() => redeem(requestId));
  expect(first.result.ok).toBe(true);
  expect(first.dbRequests).toBe(5);
  const repeat = await mall.stage.counted(() => redeem(requestId));
  expect(repeat.dbRequests).toBe(2);
});

it('answers a repeat as it answered the first time, and writes nothing', async () => {
  const requestId = freshRequest();
  const first = await redeem(requestId);
  await expectNothingWritten(async () => {
    expect(await redeem(requestId)).toEqual({ ...first, traceId: expect.any(String) });
  });
});

it('refuses a request id that was used for another gift or for a check-in', async () => {
  await mall.putOnShelf({ _id: 'pen', costPoints: 1 });
  const [bought, checkedIn] = [freshRequest(), freshRequest()];
  await redeem(bought);
  await mall.tell('o-lan', 'checkIn', { requestId: checkedIn });
  await expectNothingWritten(async () => {
    expect(await redeem(bought, 'pen')).toMatchObject({ code: 'request_id_reused' });
    expect(await redeem(checkedIn, 'pen')).toMatchObject({ code: 'request_id_reused' });
  });
});

it('says why a gift cannot be had, with the numbers, and writes nothing', async () => {
  await mall.putOnShelf({ _id: 'gone', onSale: false });
  await mall.putOnShelf({ _id: 'empty', stock: 0 });
  await mall.putOnShelf({ _id: 'dear', costPoints: 21 });
  await mall.putOnShelf({ _id: 'fair', costPoints: 20 });
  await expectNothingWritten(async () => {
    expect(await redeem(freshRequest(), 'nothing')).toMatchObject({ code: 'gift_not_found' });
    expect(await redeem(freshRequest(), 'constructor')).toMatchObject({ code: 'gift_not_found' });
    expect(await redeem(freshRequest(), 'gone')).toMatchObject({ code: 'gift_not_found' });
    expect(await redeem(freshRequest(), 'empty')).toMatchObject({ code: 'gift_sold_out' });
    expect(await redeem(freshRequest(), 'dear')).toMatchObject({ code: 'points_not_enough', detail: { missing: 1 } });
    expect(await mall.refusalOf('o-ming', 'redeemGift', { giftId: 'mug', requestId: freshRequest() })).toBe(
      'points_not_enough',
    );
  });
  expect(await redeem(freshRequest(), 'fair')).toMatchObject({ ok: true, data: { balance: 0 } });
});

it('lets one person have no more than the limit, counting what was cancelled as not had', async () => {
  await mall.putOnShelf({ _id: 'one', costPoints: 5, perPersonLimit: 1 });
  const { redemption } = await mall.tell('o-lan', 'redeemGift', { giftId: 'one', requestId: freshRequest() });
  await mall.sweep();
  // Not even for a moment is a piece taken off the shelf.
  await expectNothingWritten(async () => {
    expect(await redeem(freshRequest(), 'one')).toMatchObject({ code: 'gift_limit_reached', detail: { limit: 1 } });
  });
  await mall.tell('o-hr', 'cancelRedemption', {
    redemptionId: redemption._id,
    reason: '缺货',
    requestId: freshRequest(),
  });
  expect(await redeem(freshRequest(), 'one')).toMatchObject({ ok: true });
  expect(await redeem(freshRequest(), 'one')).toMatchObject({ code: 'gift_limit_reached' });
});

it('gives the last pieces to exactly as many, and tells the twin of a granted request nothing else', async () => {
  await mall.putOnShelf({ _id: 'last', stock: 3, costPoints: 20 });
  const people = Array.from({ length: 8 }, (_, index) => `p-race${index}`);
  for (const personId of people) {
    await mall.stage.seat({ _id: `o-${personId.slice(2)}`, personId, name: personId });
    await mall.welcome(personId);
  }
  const requests = people.map((personId) => ({ openId: `o-${personId.slice(2)}`, requestId: freshRequest() }));
  const answers = await Promise.all(
    [...requests, ...requests].map(async ({ openId, requestId }) => ({
      requestId,
      answer: await mall.ask(openId, 'redeemGift', { giftId: 'last', requestId }),
    })),
  );
  const granted = new Set(answers.filter(({ answer }) => answer.ok).map(({ requestId }) => requestId));
  expect(granted.size).toBe(3);
  expect(stockOf('last')).toBe(0);
  const lies = answers.filter(({ requestId, answer }) => granted.has(requestId) && !answer.ok);
  expect(lies.map(({ answer }) => answer).filter((answer) => !answer.ok && answer.code !== 'points_busy')).toEqual([]);
});

it('lets two phones of one person spend the points only once', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(freshRequest())));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))).toEqual(
    Array.from({ length: 5 }, () => expect.stringMatching(/^(points_not_enough|gift_sold_out|gift_changed)$/)),
  );
  expect(mall.accountOf('p-lan')?.balance).toBe(5);
  expect(stockOf('mug')).toBe(1);
});

it('lets two phones of one person pass a limit only once', async () => {
  await mall.putOnShelf({ _id: 'one', costPoints: 1, perPersonLimit: 1, stock: 10 });
  const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(freshRequest(), 'one')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(mall.accountOf('p-lan')?.taken.one).toBe(1);
  expect(stockOf('one')).toBe(9);
});

it('spends points only once when another gift is paid between the reservation and the debit', async () => {
  await mall.putOnShelf({ _id: 'pen', costPoints: 15 });
  const arrives = mall.stage.cloud.faults.line.holdAt(4);
  const slow = redeem(freshRequest());
  const letGo = await arrives;
  expect(await redeem(freshRequest(), 'pen')).toMatchObject({ ok: true, data: { balance: 5 } });
  letGo();
  expect(await slow).toMatchObject({ code: 'points_not_enough', detail: { missing: 10 } });
  expect([stockOf('mug'), mall.accountOf('p-lan')?.balance]).toEqual([2, 5]);
});

it('says that a twin is under way after four looks, and takes the piece of one that got lost', async () => {
  const requestId = freshRequest();
  const { line } = mall.stage.cloud.faults;
  jest.spyOn(console, 'error').mockReturnValueOnce();
  line.breakAt(4, 'before');
  await redeem(requestId);
  line.heal();
  const { result, dbRequests } = await mall.stage.counted(() => redeem(requestId));
  expect(result).toMatchObject({ code: 'points_busy' });
  // The caller; then each time account, gift, why there is none, and account again.
  expect(dbRequests).toBe(1 + 4 * 4);
  expect(stockOf('mug')).toBe(1);
  passTime(31_000);
  expect(await redeem(requestId)).toMatchObject({ ok: true, data: { balance: 5 } });
  expect(stockOf('mug')).toBe(1);
});

it('does not execute a request again that is older than the memory of the account', async () => {
  await mall.putOnShelf({ _id: 'pin', costPoints: 1, stock: 50 });
  const old = freshRequest();
  const first = await redeem(old, 'pin');
  for (let day = 1; day <= 20; day += 1) {
    passTime(24 * 3_600_000);
    await mall.tell('o-lan', 'checkIn', { requestId: freshRequest() });
  }
  await mall.sweep();
  const balance = mall.accountOf('p-lan')?.balance;
  const again = await redeem(old, 'pin');
  expect(again).toMatchObject({ ok: true, data: { redemption: first.ok ? first.data.redemption : {}, balance } });
  expect(mall.accountOf('p-lan')).toMatchObject({ balance, taken: { pin: 1 } });
  expect(stockOf('pin')).toBe(49);
  expect(mall.books().redemptions).toHaveLength(1);
});

it('refuses an old request id that comes back with another gift', async () => {
  await mall.putOnShelf({ _id: 'pin', costPoints: 1 });
  await mall.putOnShelf({ _id: 'pen', costPoints: 1 });
  const old = freshRequest();
  await redeem(old, 'pin');
  for (let day = 1; day <= 20; day += 1) {
    passTime(24 * 3_600_000);
    await mall.tell('o-lan', 'checkIn', { requestId: freshRequest() });
  }
  expect(await redeem(old, 'pen')).toMatchObject({ code: 'request_id_reused' });
  expect(stockOf('pen')).toBe(5);
});
