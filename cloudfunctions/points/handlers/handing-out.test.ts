import { nameBranches, whoNamesBranches } from '../../../test/branches';
import { freshRequest, type Mall, openMall, passTime, stopClock } from '../../../test/mall';

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall(whoNamesBranches);
  await mall.welcome('p-lan');
  await mall.welcome('p-south');
  await mall.putOnShelf({ _id: 'mug', costPoints: 5, handing: 'either' });
  await mall.putOnShelf({ _id: 'box', costPoints: 5, handing: 'delivery', name: '=1+1' });
  await mall.putOnShelf({ _id: 'pen', costPoints: 5 });
});
afterEach(async () => {
  await mall.sweep();
  await mall.sweep();
  expect(mall.violations()).toEqual([]);
});
afterEach(() => mall.close());

const delivery = { recipient: '周岚', phone: '13588210036', address: '杭州市文三路 90 号' };
const redeem = (giftId: string, more: object = {}, openId = 'o-lan') =>
  mall.ask(openId, 'redeemGift', { giftId, requestId: freshRequest(), ...more });
async function sent(giftId = 'box', openId = 'o-lan') {
  const answer = await redeem(giftId, { delivery }, openId);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.redemption._id;
}
const stored = (redemptionId: string) => mall.books().redemptions.find(({ _id }) => _id === redemptionId);
const look = (redemptionId: string, requestId = freshRequest()) => ({ redemptionId, requestId });

it('a gift is sent only if it can be, and only with an address', async () => {
  const before = mall.books();
  expect(await redeem('box')).toMatchObject({ code: 'delivery_address_wanted' });
  expect(await redeem('pen', { delivery })).toMatchObject({ code: 'delivery_not_offered' });
  expect(mall.books()).toEqual(before);
  expect(await redeem('mug', { delivery })).toMatchObject({ ok: true, data: { redemption: { handing: 'delivery' } } });
  expect(await redeem('mug')).toMatchObject({ ok: true, data: { redemption: { handing: 'pickUp' } } });
});

it('the address stands nowhere in the clear, in nobody’s answer but the one of who hands out', async () => {
  const redemptionId = await sent();
  const told = JSON.stringify([
    await mall.tell('o-lan', 'listMyRedemptions', {}),
    await mall.tell('o-lan', 'readMyRedemption', { redemptionId }),
    await mall.tell('o-hr', 'listRedemptions', { state: 'reserved' }),
    await mall.tell('o-hr', 'exportRedemptions', { state: 'reserved' }),
  ]);
  for (const word of ['文三路', '13588210036', 'sealed', 'v1.']) expect(told).not.toContain(word);
  expect(JSON.stringify(mall.books())).not.toContain('文三路');
  expect(JSON.stringify(mall.books())).not.toContain('13588210036');
  expect(await mall.tell('o-hr', 'readDeliveryAddress', look(redemptionId))).toEqual({ address: delivery });
});

it('each look at an address is noted, a repeat of it once', async () => {
  const redemptionId = await sent();
  const requestId = freshRequest();
  await mall.tell('o-hr', 'readDeliveryAddress', look(redemptionId, requestId));
  await mall.tell('o-hr', 'readDeliveryAddress', look(redemptionId, requestId));
  expect(stored(redemptionId)?.addressLooks).toEqual([{ personId: 'p-hr', requestId, at: '2026-11-20T01:00:00.000Z' }]);
});

it('HR of another branch does not learn that there is an address', async () => {
  const redemptionId = await sent();
  expect(await mall.refusalOf('o-branch', 'readDeliveryAddress', look(redemptionId))).toBe('redemption_not_found');
  expect(stored(redemptionId)?.addressLooks).toEqual([]);
});

it('the address is deleted with the handing out, and with the cancellation', async () => {
  const [one, other, picked] = [await sent(), await sent(), await redeem('mug')];
  await mall.tell('o-hr', 'fulfilRedemption', look(one));
  await mall.tell('o-hr', 'cancelRedemption', { ...look(other), reason: '缺货' });
  for (const redemptionId of [one, other]) {
    expect(stored(redemptionId)?.sealedAddress).toBeNull();
    expect(await mall.refusalOf('o-hr', 'readDeliveryAddress', look(redemptionId))).toBe('delivery_address_gone');
  }
  await mall.sweep();
  expect(JSON.stringify(mall.books())).not.toContain('v1.k1');
  const plain = picked.ok ? picked.data.redemption._id : '';
  expect(await mall.refusalOf('o-hr', 'readDeliveryAddress', look(plain))).toBe('delivery_address_gone');
});

it('the queue is seen by branch and by how it is handed over', async () => {
  await sent('box');
  await redeem('pen');
  await redeem('mug', {}, 'o-south');
  const ids = async (openId: string, more: object) =>
    (await mall.tell(openId, 'listRedemptions', { state: 'reserved', ...more })).items.map(({ giftId }) => giftId);
  expect((await ids('o-hr', {})).sort()).toEqual(['box', 'mug', 'pen']);
  expect(await ids('o-hr', { handing: 'delivery' })).toEqual(['box']);
  expect(await ids('o-hr', { branchId: 'branch-south' })).toEqual(['mug']);
  expect(await ids('o-hr', { branchId: 'branch-south', handing: 'delivery' })).toEqual([]);
  expect(await ids('o-branch', {})).toEqual(['mug']);
  expect(await ids('o-branch', { branchId: 'head-office' })).toEqual([]);
  expect(await ids('o-branch', { branchId: 'branch-south', handing: 'pickUp' })).toEqual(['mug']);
});

it('the file to hand out by holds no formula that a spreadsheet would run (A12)', async () => {
  await mall.stage.seat({ _id: 'o-evil', personId: 'p-evil', name: '@SUM(A1:A9)' });
  await mall.welcome('p-evil');
  await sent('box', 'o-evil');
  await mall.putOnShelf({ _id: 'plus', costPoints: 1, name: '+86,"x"' });
  await redeem('plus', {}, 'o-evil');
  const { csv, lines, isWhole } = await mall.tell('o-hr', 'exportRedemptions', { state: 'reserved' });
  expect({ lines, isWhole }).toEqual({ lines: 2, isWhole: true });
  expect(csv.startsWith('\uFEFF兑换日期,姓名,')).toBe(true);
  expect(csv).toContain("'@SUM(A1:A9)");
  expect(csv).toContain("'=1+1");
  expect(csv).toContain(`"'+86,""x"""`);
  expect(csv.split(/[\r\n,]+/).filter((cell) => /^\uFEFF?"?[=+\-@\t]/.test(cell))).toEqual([]);
});

it('the file to hand out by begins with who waits longest, that of what was handed out with the latest', async () => {
  await mall.putOnShelf({ _id: 'cup', costPoints: 5, handing: 'delivery', name: '杯子' });
  await mall.putOnShelf({ _id: 'lamp', costPoints: 5, handing: 'delivery', name: '台灯' });
  const cup = await sent('cup');
  passTime(60_000);
  const lamp = await sent('lamp');
  const listed = async (state: 'reserved' | 'fulfilled') =>
    (await mall.tell('o-hr', 'exportRedemptions', { state })).csv.match(/杯子|台灯/g);
  expect(await listed('reserved')).toEqual(['杯子', '台灯']);
  for (const redemptionId of [cup, lamp]) await mall.tell('o-hr', 'fulfilRedemption', look(redemptionId));
  expect(await listed('fulfilled')).toEqual(['台灯', '杯子']);
});

it('the file to hand out by names the branches as HR does, and by their ids where nobody added them', async () => {
  await redeem('mug', {}, 'o-south');
  const line = async () =>
    (await mall.tell('o-hr', 'exportRedemptions', { state: 'reserved' })).csv.split('\r\n')[1]?.split(',')[2];
  expect(await line()).toBe('branch-south');
  await nameBranches([{ _id: 'branch-south', name: '华南分公司' }]);
  expect(await line()).toBe('华南分公司');
});

it('what was handed out can be given back once, and the piece goes back only if it can be used', async () => {
  const [kept, broken] = [await redeem('pen'), await redeem('pen')];
  const ids = [kept, broken].map((answer) => (answer.ok ? answer.data.redemption._id : ''));
  const ask = { reason: '坏了', pieceReturns: true, requestId: freshRequest() };
  expect(await mall.refusalOf('o-hr', 'refundRedemption', { ...ask, redemptionId: ids[0] ?? '' })).toBe(
    'redemption_closed',
  );
  for (const redemptionId of ids) await mall.tell('o-hr', 'fulfilRedemption', look(redemptionId));
  const first = { ...ask, redemptionId: ids[0] ?? '' };
  expect(await mall.tell('o-hr', 'refundRedemption', first)).toMatchObject({ state: 'refunded', cancelReason: '坏了' });
  expect(await mall.ask('o-hr', 'refundRedemption', first)).toMatchObject({ ok: true });
  expect(await mall.refusalOf('o-hr', 'refundRedemption', { ...first, requestId: freshRequest() })).toBe(
    'redemption_closed',
  );
  const second = { ...ask, redemptionId: ids[1] ?? '', pieceReturns: false, requestId: freshRequest() };
  await mall.tell('o-hr', 'refundRedemption', second);
  await mall.sweep();
  expect(mall.accountOf('p-lan')).toMatchObject({ balance: 20, taken: { pen: 0 } });
  expect(mall.books().gifts.find(({ _id }) => _id === 'pen')?.stock).toBe(4);
  expect(await mall.refusalOf('o-branch', 'refundRedemption', second)).toBe('redemption_not_found');
});
