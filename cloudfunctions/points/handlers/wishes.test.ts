import { mostWishes } from '../../../shared/points/wish-calls';
import { freshRequest, type Mall, openMall, passTime, stopClock } from '../../../test/mall';
import { openCensus } from '../rules/board/census';
import { censuses } from '../store';

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  await mall.welcome('p-lan');
});
afterEach(() => mall.close());

const day = 24 * 3_600_000;
const wish = (giftId: string, requestId = freshRequest()) => mall.ask('o-lan', 'wishForGift', { giftId, requestId });
const drop = (giftId: string) => mall.tell('o-lan', 'dropWish', { giftId, requestId: freshRequest() });
const list = () => mall.tell('o-lan', 'listWishes', {});
const wished = async () => (await list()).items.map(({ _id }) => _id);

it('what is wished for stands on the list once, the latest first, until it is dropped', async () => {
  await mall.putOnShelf({ _id: 'mug', costPoints: 5 });
  await mall.putOnShelf({ _id: 'tea', costPoints: 8 });
  expect(await wish('mug')).toMatchObject({ ok: true, data: { wishes: 1 } });
  expect(await wish('tea')).toMatchObject({ ok: true, data: { wishes: 2 } });
  expect(await wish('mug')).toMatchObject({ ok: true, data: { wishes: 2 } });
  expect(await wished()).toEqual(['tea', 'mug']);
  expect(await mall.tell('o-lan', 'readGift', { giftId: 'mug' })).toMatchObject({ isWished: true });
  expect((await mall.tell('o-ming', 'listWishes', {})).items).toEqual([]);
  expect(await mall.tell('o-ming', 'readGift', { giftId: 'mug' })).toMatchObject({ isWished: false });
  expect(await drop('mug')).toEqual({ wishes: 1 });
  expect(await drop('mug')).toEqual({ wishes: 1 });
  expect(await wished()).toEqual(['tea']);
});

it('a gift that is not on sale cannot be wished for, and one withdrawn later stays, told as withdrawn', async () => {
  await mall.putOnShelf({ _id: 'old', onSale: false });
  await mall.putOnShelf({ _id: 'mug', costPoints: 5 });
  expect(await wish('old')).toMatchObject({ code: 'gift_not_found' });
  expect(await wish('none')).toMatchObject({ code: 'gift_not_found' });
  await wish('mug');
  await mall.tell('o-hr', 'withdrawGift', { giftId: 'mug', requestId: freshRequest() });
  expect((await list()).items).toMatchObject([{ _id: 'mug', onSale: false }]);
});

it('twenty gifts can be wished for, also when they are wished for at the same moment, and no more', async () => {
  const ids = Array.from({ length: mostWishes + 1 }, (_, index) => `gift-${index}`);
  for (const _id of ids) await mall.putOnShelf({ _id, costPoints: 5 });
  for (const _id of ids.slice(0, mostWishes - 1)) await wish(_id);
  const last = await Promise.all(ids.slice(mostWishes - 1).map((_id) => wish(_id)));
  expect(last.filter(({ ok }) => ok)).toHaveLength(1);
  expect(last.find(({ ok }) => !ok)).toMatchObject({ code: 'wishes_full', detail: { most: mostWishes } });
  expect(await wished()).toHaveLength(mostWishes);
  expect(await wish(ids[0] ?? '')).toMatchObject({ ok: true, data: { wishes: mostWishes } });
  await drop(ids[0] ?? '');
  expect(await wish('gift-20')).toMatchObject({ ok: true });
});

it('two first wishes at the same moment are both kept', async () => {
  await mall.putOnShelf({ _id: 'mug' });
  await mall.putOnShelf({ _id: 'tea' });
  await Promise.all([wish('mug'), wish('tea')]);
  expect((await wished()).sort()).toEqual(['mug', 'tea']);
});

it('says how many weeks one’s own earning takes, at no more than five requests', async () => {
  await mall.putOnShelf({ _id: 'near', costPoints: 20 });
  await mall.putOnShelf({ _id: 'far', costPoints: 83 });
  await wish('near');
  await wish('far');
  for (let times = 0; times < 4; times += 1) {
    passTime(7 * day);
    await mall.tell('o-lan', 'checkIn', { requestId: freshRequest() });
    await mall.sweep();
  }
  // 40 points; 20 of them by checking in within 29 days: 4.83 a week. 43 are missing.
  const counted = await mall.stage.counted(list);
  expect(counted.dbRequests).toBe(5);
  expect(counted.result).toMatchObject({ balance: 40, weekly: { of: 'person', points: (20 * 7) / 29 } });
  expect(counted.result.items).toMatchObject([
    { _id: 'far', standing: { kind: 'short', missing: 43 }, weeks: 9 },
    { _id: 'near', standing: { kind: 'can' }, weeks: null },
  ]);
});

it('takes the company’s median for somebody who is new, and says nothing where that is unknown', async () => {
  await mall.putOnShelf({ _id: 'far', costPoints: 51 });
  await wish('far');
  expect(await list()).toMatchObject({ weekly: null, items: [{ weeks: null, standing: { missing: 31 } }] });
  const census = openCensus('2026-11-20');
  const found = {
    ...{ day: '2026-11-20', persons: 3, held: 90, medianWeeklyPoints: 10, topTenthPercent: 50 },
    ...{ topEarners: [], gifts: [] },
  };
  await censuses.put({ ...census, stage: 'done', found });
  const counted = await mall.stage.counted(list);
  expect(counted.dbRequests).toBe(6);
  // What the night found holds all day, so a container asks for it once.
  expect((await mall.stage.counted(list)).dbRequests).toBe(5);
  expect(counted.result).toMatchObject({ weekly: { of: 'company', points: 10 }, items: [{ weeks: 4 }] });
});

it('a list of what one can have already costs no look at the ledger', async () => {
  await mall.putOnShelf({ _id: 'mug', costPoints: 5 });
  await wish('mug');
  const counted = await mall.stage.counted(list);
  expect(counted).toMatchObject({ dbRequests: 4, result: { items: [{ standing: { kind: 'can' } }], weekly: null } });
});

it('an empty list costs no look at the gifts', async () => {
  const counted = await mall.stage.counted(list);
  expect(counted).toMatchObject({ dbRequests: 3, result: { items: [], balance: 20 } });
});
