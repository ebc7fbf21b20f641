import { freshRequest, type Mall, openMall, stopClock } from '../../../test/mall';

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  await mall.stage.seat({ _id: 'o-gone', personId: 'p-gone', status: 'left', relievingDate: '2026-11-10' });
  await mall.welcome('p-gone');
  await mall.putOnShelf({ _id: 'mug', costPoints: 5 });
});
afterEach(() => mall.close());

it('somebody who left looks at the mall, redeems and follows it until the day they were told', async () => {
  expect(await mall.tell('o-gone', 'readAccount', {})).toMatchObject({ balance: 20, spendBy: '2026-12-10' });
  stopClock('2026-12-10T15:59:59.000Z');
  const mallPage = await mall.tell('o-gone', 'listGifts', {});
  expect(mallPage).toMatchObject({
    ...{ balance: 20, spendBy: '2026-12-10', expiring: { points: 20, on: '2026-12-10' } },
    items: [{ _id: 'mug', standing: { kind: 'can' } }],
  });
  expect(await mall.tell('o-gone', 'readGift', { giftId: 'mug' })).toMatchObject({ balance: 20 });
  const { redemption } = await mall.tell('o-gone', 'redeemGift', { giftId: 'mug', requestId: freshRequest() });
  stopClock('2026-12-10T16:00:00.000Z');
  const { _id: redemptionId } = redemption;
  expect(await mall.tell('o-gone', 'readMyRedemption', { redemptionId })).toMatchObject({ state: 'reserved' });
  for (const [call, input] of [
    ['listGifts', {}],
    ['readGift', { giftId: 'mug' }],
    ['redeemGift', { giftId: 'mug', requestId: freshRequest() }],
  ] as const) {
    expect(await mall.refusalOf('o-gone', call, input)).toBe('spending_ended');
  }
});
