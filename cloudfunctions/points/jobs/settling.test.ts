import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../../test/mall';
import { reservationLimit } from '../rules/gift';
import type { StoredPool } from '../rules/pool';
import { gifts } from '../store';
import { settleGifts } from './settle-gifts';

// The door logs what the line swallowed.
jest.spyOn(console, 'error').mockImplementation(() => undefined);

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
  await mall.close();
});

/** The work is killed before its n-th request. */
async function killedAt(request: number, work: () => Promise<unknown>): Promise<void> {
  const { line } = mall.stage.cloud.faults;
  line.breakAt(request, 'before');
  await work();
  line.heal();
}
const redeem = (giftId = 'mug') => mall.ask('o-lan', 'redeemGift', { giftId, requestId: freshRequest() });
const cancel = (redemptionId: string) =>
  mall.ask('o-hr', 'cancelRedemption', { redemptionId, reason: '缺货', requestId: freshRequest() });
const giftOf = (giftId: string) => mall.books().gifts.find(({ _id }) => _id === giftId);

describe('a gift', () => {
  it('gives back the piece that nobody paid for, hands over the paid one, and rests when all is done', async () => {
    expect(giftOf('mug')).toMatchObject({ stock: 2, open: false, reservations: [], returned: [], cleared: 0 });
    await killedAt(4, redeem);
    await redeem();
    expect(giftOf('mug')).toMatchObject({ stock: 0, open: true });
    passTime(61_000);
    expect(await settleGifts(new Date(Date.now() - 60_000).toISOString())).toEqual({ handedOver: 1, givenBack: 1 });
    expect(giftOf('mug')).toMatchObject({ stock: 1, open: false, reservations: [] });
  });

  it('leaves alone who is still on the way, beside what was left behind', async () => {
    await killedAt(4, redeem);
    passTime(61_000);
    await mall.welcome('p-ming');
    await killedAt(4, () => mall.ask('o-ming', 'redeemGift', { giftId: 'mug', requestId: freshRequest() }));
    expect(await settleGifts(new Date(Date.now() - 60_000).toISOString())).toEqual({ handedOver: 0, givenBack: 1 });
    expect(giftOf('mug')).toMatchObject({ stock: 1, reservations: [{ personId: 'p-ming' }] });
  });

  it('has its piece back with the cancellation, which leaves nothing to the sweep', async () => {
    const bought = await redeem();
    await mall.sweep();
    await cancel(bought.ok ? bought.data.redemption._id : '');
    expect(mall.books().redemptions).toMatchObject([{ state: 'cancelled', returningSince: null }]);
    expect(giftOf('mug')?.stock).toBe(2);
  });

  it('remembers a piece that came back until its redemption knows it, and then forgets it', async () => {
    const bought = await redeem();
    const redemptionId = bought.ok ? bought.data.redemption._id : '';
    await mall.sweep();
    // The caller, the redemption, and what brings points and piece back; killed before it is noted.
    await killedAt(9, () => cancel(redemptionId));
    expect(mall.books().redemptions).toMatchObject([{ state: 'cancelled', returningSince: expect.any(String) }]);
    expect(giftOf('mug')).toMatchObject({ stock: 2, returned: [redemptionId] });
    await settleGifts(new Date().toISOString());
    expect(giftOf('mug')).toMatchObject({ stock: 2, open: true, returned: [redemptionId] });
    await mall.sweep();
    expect(giftOf('mug')).toMatchObject({ stock: 2, open: false, returned: [] });
  });

  it('takes no piece back while as many as it can remember are on their way', async () => {
    const bought = await redeem();
    await gifts.changeOne({ _id: 'mug' }, { returned: Array.from({ length: reservationLimit }, (_, at) => `r-${at}`) });
    await cancel(bought.ok ? bought.data.redemption._id : '');
    expect(mall.books().redemptions).toMatchObject([{ state: 'cancelled', returningSince: expect.any(String) }]);
    expect(giftOf('mug')?.stock).toBe(1);
    await gifts.changeOne({ _id: 'mug' }, { returned: [] });
    await mall.sweep();
    expect(giftOf('mug')?.stock).toBe(2);
  });
});

describe('a pool', () => {
  const pay = (poolId: string, points: number) =>
    mall.ask('o-lan', 'payIntoPool', { poolId, points, requestId: freshRequest() });
  const pool = () => mall.stage.cloud.documents('pools')[0] as unknown as StoredPool;
  const balance = () => mall.accountOf('p-lan')?.balance;
  const openPool = async () => {
    const said = { kind: 'teamGift', name: '下午茶', description: '', targetPoints: 30, perPersonPoints: 15 } as const;
    const where = { branchId: null, closesOn: '2026-11-25', valueFen: 0, requestId: freshRequest() };
    return (await mall.tell('o-hr', 'openPool', { ...said, ...where }))._id;
  };

  it('keeps the share of a killed payment that was paid, and gives the room of an unpaid one back', async () => {
    const poolId = await openPool();
    await pay(poolId, 1);
    // The caller, share, account, pool and its claim; then whether it was paid before, the debit; then the share.
    await killedAt(6, () => pay(poolId, 2));
    await killedAt(8, () => pay(poolId, 4));
    expect(pool()).toMatchObject({ room: 23, paidPoints: 1, promised: { 'p-lan': 7 }, isMoving: true });
    expect([pool().claims.length, balance()]).toEqual([2, 15]);
    await mall.sweep();
    await mall.sweep();
    expect(pool()).toMatchObject({ room: 25, paidPoints: 5, promised: { 'p-lan': 5 }, claims: [], isMoving: false });
    expect(balance()).toBe(15);
  });

  it('that is given up rests once everybody has their points back', async () => {
    const poolId = await openPool();
    await pay(poolId, 10);
    await mall.tell('o-hr', 'closePool', { poolId, reason: '店家停业', requestId: freshRequest() });
    expect([pool().state, balance()]).toEqual(['returning', 20]);
    await mall.sweep();
    expect(pool()).toMatchObject({ state: 'returned', isMoving: false });
    expect(mall.stage.cloud.documents('poolShares')).toMatchObject([{ isReturned: true }]);
    expect(balance()).toBe(20);
  });
});
