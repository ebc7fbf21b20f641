import type { InputOf } from '../../../shared/kernel/contract';
import type { PointsContract } from '../../../shared/points/contract';
import { freshRequest, type Mall, openMall, passTime, stopClock } from '../../../test/mall';

let mall: Mall;
beforeEach(async () => {
  // 09:00 in Shanghai on the last day but ten of November.
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  await mall.welcome('p-lan');
});
afterEach(() => expect(mall.violations()).toEqual([]));
afterEach(() => mall.close());

const day = 24 * 3_600_000;
const redeem = (giftId: string, more: object = {}) =>
  mall.ask('o-lan', 'redeemGift', { giftId, requestId: freshRequest(), ...more });
const standings = async () =>
  Object.fromEntries(
    (await mall.tell('o-lan', 'listGifts', {})).items.map(({ _id, standing }) => [_id, standing.kind]),
  );
const nothing = async (work: () => Promise<unknown>) => {
  const before = mall.books();
  await work();
  expect(mall.books()).toEqual(before);
};

it('the mall tells each person truthfully what they can have, and redeeming agrees', async () => {
  await mall.putOnShelf({ _id: 'can', costPoints: 1 });
  await mall.putOnShelf({ _id: 'dear', costPoints: 21 });
  await mall.putOnShelf({ _id: 'empty', stock: 0 });
  await mall.putOnShelf({ _id: 'later', costPoints: 1, saleFrom: '2026-11-21' });
  await mall.putOnShelf({ _id: 'over', costPoints: 1, saleUntil: '2026-11-19' });
  await mall.putOnShelf({ _id: 'had', costPoints: 1, perPersonLimit: 1 });
  await redeem('had');
  expect(await standings()).toEqual({
    can: 'can',
    dear: 'short',
    empty: 'soldOut',
    later: 'notYet',
    over: 'ended',
    had: 'limitReached',
  });
  await nothing(async () => {
    expect(await redeem('later')).toMatchObject({ code: 'gift_sale_not_begun' });
    expect(await redeem('over')).toMatchObject({ code: 'gift_sale_ended' });
    expect(await redeem('had')).toMatchObject({ code: 'gift_limit_reached' });
  });
  expect(await redeem('can')).toMatchObject({ ok: true });
});

it('a sale begins and ends at midnight in Shanghai', async () => {
  await mall.putOnShelf({ _id: 'sale', costPoints: 1, saleFrom: '2026-11-21', saleUntil: '2026-11-21' });
  stopClock('2026-11-20T15:59:59.999Z');
  expect(await redeem('sale')).toMatchObject({ code: 'gift_sale_not_begun' });
  stopClock('2026-11-20T16:00:00.000Z');
  expect(await redeem('sale')).toMatchObject({ ok: true });
  stopClock('2026-11-21T15:59:59.999Z');
  expect(await redeem('sale')).toMatchObject({ ok: true });
  stopClock('2026-11-21T16:00:00.000Z');
  expect(await redeem('sale')).toMatchObject({ code: 'gift_sale_ended' });
});

it('a monthly limit begins anew with the month, and a piece given back counts in the month it was taken', async () => {
  await mall.putOnShelf({ _id: 'coffee', costPoints: 1, monthlyLimit: 1 });
  const first = await redeem('coffee');
  expect(await redeem('coffee')).toMatchObject({ code: 'gift_limit_reached' });
  stopClock('2026-12-01T02:00:00.000Z');
  expect(await redeem('coffee')).toMatchObject({ ok: true });
  expect(await redeem('coffee')).toMatchObject({ code: 'gift_limit_reached' });
  const redemptionId = first.ok ? first.data.redemption._id : '';
  await mall.tell('o-hr', 'cancelRedemption', { redemptionId, reason: '缺货', requestId: freshRequest() });
  expect(await redeem('coffee')).toMatchObject({ code: 'gift_limit_reached' });
  await mall.sweep();
  expect(mall.accountOf('p-lan')?.takenIn.coffee).toEqual({ 'm2026-11': 0, 'm2026-12': 1, y2026: 1 });
});

it('six phones of one person pass a monthly and a yearly limit only as often as they allow', async () => {
  await mall.putOnShelf({ _id: 'month', costPoints: 1, stock: 9, monthlyLimit: 1 });
  await mall.putOnShelf({ _id: 'year', costPoints: 1, stock: 9, yearlyLimit: 1 });
  for (const gift of ['month', 'year']) {
    const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(gift)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  }
});

it('nobody pays another price than the one they were shown', async () => {
  await mall.putOnShelf({ _id: 'mug', costPoints: 10 });
  await nothing(async () => {
    expect(await redeem('mug', { seenCostPoints: 9 })).toMatchObject({ code: 'gift_changed' });
    expect(await redeem('mug', { seenCostPoints: 11 })).toMatchObject({ code: 'gift_changed' });
    // More than they have: it was too dear then and is not any more, and they decide anew.
    expect(await redeem('mug', { seenCostPoints: 25 })).toMatchObject({ code: 'gift_changed' });
  });
  expect(await redeem('mug', { seenCostPoints: 10 })).toMatchObject({ ok: true, data: { balance: 10 } });
});

it('a price is planned for tomorrow at the earliest, told at once, and holds from its day on', async () => {
  await mall.putOnShelf({ _id: 'mug', costPoints: 10 });
  const plan = (more: Partial<InputOf<PointsContract['changeGiftPrice']>>) => ({
    ...{ giftId: 'mug', costPoints: 15, effectiveOn: '2026-11-21', reason: '涨价', requestId: freshRequest() },
    ...more,
  });
  expect(await mall.refusalOf('o-hr', 'changeGiftPrice', plan({ effectiveOn: '2026-11-20' }))).toBe(
    'gift_price_too_early',
  );
  const once = plan({});
  const told = await mall.tell('o-hr', 'changeGiftPrice', once);
  expect(told).toMatchObject({ costPoints: 10, nextPrice: { costPoints: 15, effectiveOn: '2026-11-21' } });
  await nothing(async () => expect(await mall.tell('o-hr', 'changeGiftPrice', once)).toEqual(told));
  await mall.sweep();
  expect((await mall.tell('o-lan', 'readGift', { giftId: 'mug' })).gift.costPoints).toBe(10);
  stopClock('2026-11-20T16:00:00.000Z');
  await mall.sweep();
  await mall.sweep();
  const { gift, prices } = await mall.tell('o-branch', 'readShelfGift', { giftId: 'mug' });
  expect(gift).toMatchObject({ costPoints: 15, nextPrice: null });
  expect(prices).toEqual([{ costPoints: 15, effectiveOn: '2026-11-21', reason: '涨价' }]);
});

it('the mall stays sorted by price after a change of price, shelf by shelf', async () => {
  await mall.putOnShelf({ _id: 'tea', costPoints: 5, category: 'treat' });
  await mall.putOnShelf({ _id: 'cake', costPoints: 8, category: 'treat' });
  await mall.putOnShelf({ _id: 'mug', costPoints: 6, category: 'living' });
  const change = { giftId: 'tea', costPoints: 9, effectiveOn: '2026-11-21', reason: '涨价', requestId: freshRequest() };
  await mall.tell('o-hr', 'changeGiftPrice', change);
  passTime(day);
  await mall.sweep();
  const names = async (input: InputOf<PointsContract['listGifts']>) =>
    (await mall.tell('o-lan', 'listGifts', input)).items.map(({ _id }) => _id);
  expect(await names({})).toEqual(['mug', 'cake', 'tea']);
  expect(await names({ category: 'treat' })).toEqual(['cake', 'tea']);
  expect(await names({ category: 'time' })).toEqual([]);
});

it('HR revises what a gift is, and the limits hold at once for those who had enough', async () => {
  await mall.putOnShelf({ _id: 'mug', costPoints: 1 });
  await redeem('mug');
  const content = { giftId: 'mug', name: '大马克杯', description: '', perPersonLimit: 1, valueFen: 990 };
  const revised = await mall.tell('o-hr', 'reviseGift', { ...content, requestId: freshRequest() });
  expect(revised).toMatchObject({ name: '大马克杯', perPersonLimit: 1, valueFen: 990, stock: 4 });
  expect(await redeem('mug')).toMatchObject({ code: 'gift_limit_reached' });
  const reversed = { ...content, saleFrom: '2026-12-02', saleUntil: '2026-12-01', requestId: freshRequest() };
  expect(await mall.refusalOf('o-hr', 'reviseGift', reversed)).toBe('gift_sale_days_reversed');
  const oneDay = { saleFrom: '2026-12-01', saleUntil: '2026-12-01' };
  expect(await mall.tell('o-hr', 'reviseGift', { ...reversed, ...oneDay })).toMatchObject(oneDay);
  const asCode = { ...content, handing: 'code' as const, requestId: freshRequest() };
  expect(await mall.refusalOf('o-hr', 'reviseGift', asCode)).toBe('gift_handing_kept');
  expect(await mall.refusalOf('o-hr', 'reviseGift', { ...asCode, giftId: 'none' })).toBe('gift_not_found');
});

it('a withdrawn gift can be offered again', async () => {
  await mall.putOnShelf({ _id: 'mug', costPoints: 1, onSale: false });
  expect(await redeem('mug')).toMatchObject({ code: 'gift_not_found' });
  expect(await mall.tell('o-hr', 'relistGift', { giftId: 'mug', requestId: freshRequest() })).toMatchObject({
    onSale: true,
  });
  expect(await redeem('mug')).toMatchObject({ ok: true });
});
