import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshRequest, type Mall, openMall, stopClock } from '../../../test/mall';

let mall: Mall;
let folder: string;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  folder = mkdtempSync(join(tmpdir(), 'gift-pictures-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  expect(mall.violations()).toEqual([]);
});
afterEach(() => mall.close());

const mug = { name: '马克杯', description: '', costPoints: 30, stock: 5, perPersonLimit: 2, pictureFileId: null };
const pngStart = Buffer.from('89504e470d0a1a0a0000', 'hex');
const megabyte = 1024 * 1024;

/** Puts a file where the phone would upload it; its file id. */
async function upload(cloudPath: string, content: Buffer): Promise<string> {
  const source = join(folder, freshRequest());
  writeFileSync(source, content);
  await mall.stage.cloud.seed({ files: [{ cloudPath, source }] });
  return `cloud://${process.env.TCB_ENV}.files/${cloudPath}`;
}

it('puts a gift on the shelf where everybody finds it, by price', async () => {
  await mall.tell('o-hr', 'addGift', { ...mug, requestId: freshRequest() });
  await mall.tell('o-hr', 'addGift', { ...mug, name: '绿植', costPoints: 4, requestId: freshRequest() });
  await mall.tell('o-hr', 'addGift', { ...mug, name: '雨伞', costPoints: 200, requestId: freshRequest() });
  const counted = await mall.stage.counted(() => mall.tell('o-lan', 'listGifts', { limit: 2 }));
  expect(counted.dbRequests).toBe(3);
  expect(counted.result.balance).toBe(0);
  expect(counted.result.items.map(({ name }) => name)).toEqual(['绿植', '马克杯']);
  const cursor = counted.result.next ?? '';
  const rest = await mall.tell('o-lan', 'listGifts', { limit: 2, cursor });
  expect(rest).toMatchObject({ items: [{ name: '雨伞', perPersonLimit: 2, pictureUrl: null }], next: null });
});

it('shows nobody more of a gift than the contract says', async () => {
  const forHr = await mall.tell('o-hr', 'addGift', { ...mug, valueFen: 4500, requestId: freshRequest() });
  const { gift: forStaff } = await mall.tell('o-lan', 'readGift', { giftId: forHr._id });
  const terms = ['category', 'handing', 'monthlyLimit', 'perPersonLimit', 'saleFrom', 'saleUntil', 'yearlyLimit'];
  const shown = ['_id', 'costPoints', 'description', 'name', 'nextPrice', 'onSale', 'pictureUrl', 'stock', ...terms];
  expect(Object.keys(forStaff).sort()).toEqual([...shown, 'standing'].sort());
  expect(Object.keys(forHr).sort()).toEqual([...shown, 'supplied', 'valueFen'].sort());
  const stored = await mall.tell('o-lan', 'listGifts', {});
  expect(Object.keys(stored.items[0] ?? {}).sort()).toEqual([...shown, 'standing'].sort());
});

it('adds a gift once however often it is asked to, and refuses another gift under the same request', async () => {
  const requestId = freshRequest();
  const first = await mall.tell('o-hr', 'addGift', { ...mug, requestId });
  await mall.tell('o-hr', 'restockGift', { giftId: first._id, pieces: 3, requestId: freshRequest() });
  const repeat = await mall.tell('o-hr', 'addGift', { ...mug, requestId });
  expect(repeat).toEqual({ ...first, stock: 8, supplied: 8 });
  for (const change of [{ name: '别的' }, { costPoints: 31 }, { stock: 6 }, { perPersonLimit: null }]) {
    expect(await mall.refusalOf('o-hr', 'addGift', { ...mug, ...change, requestId })).toBe('request_id_reused');
  }
  expect(mall.books().gifts).toHaveLength(1);
});

it('takes a real PNG or JPEG of at most 1 MB from the place that belongs to the request', async () => {
  const takes = async (ending: string, content: Buffer) => {
    const requestId = freshRequest();
    const pictureFileId = await upload(`gifts/${requestId}.${ending}`, content);
    return mall.ask('o-hr', 'addGift', { ...mug, pictureFileId, requestId });
  };
  const withPicture = { ok: true, data: { pictureUrl: expect.stringMatching(/^http/) } };
  expect(await takes('png', Buffer.concat([pngStart, Buffer.alloc(megabyte - pngStart.length)]))).toMatchObject(
    withPicture,
  );
  expect(await takes('jpg', Buffer.from('ffd8ffe000104a46', 'hex'))).toMatchObject(withPicture);
  const unusable = { ok: false, code: 'gift_picture_unusable' };
  expect(await takes('png', Buffer.concat([pngStart, Buffer.alloc(megabyte - pngStart.length + 1)]))).toMatchObject(
    unusable,
  );
  expect(await takes('png', Buffer.from('<svg xmlns="…"/>'))).toMatchObject(unusable);
  expect(await takes('svg', pngStart)).toMatchObject(unusable);
});

it('takes no picture from anywhere else', async () => {
  const requestId = freshRequest();
  const other = await upload(`gifts/${freshRequest()}.png`, pngStart);
  const roster = await upload(`roster/${requestId}.png`, pngStart);
  const missing = other.replace(/gifts\/.*$/, `gifts/${requestId}.png`);
  const climbing = other.replace(/gifts\/.*$/, `gifts/../gifts/${requestId}.png`);
  for (const pictureFileId of [other, roster, missing, climbing]) {
    expect(await mall.refusalOf('o-hr', 'addGift', { ...mug, pictureFileId, requestId })).toBe('gift_picture_unusable');
  }
  expect(mall.books().gifts).toEqual([]);
});

it('restocks once a request, up to ten million pieces in all', async () => {
  await mall.putOnShelf({ _id: 'mug', stock: 1 });
  const requestId = freshRequest();
  const ask = { giftId: 'mug', pieces: 9 };
  const first = await mall.stage.counted(() => mall.tell('o-hr', 'restockGift', { ...ask, requestId }));
  expect(first).toMatchObject({ dbRequests: 2, result: { stock: 10 } });
  expect(await mall.tell('o-hr', 'restockGift', { ...ask, requestId })).toMatchObject({ stock: 10 });
  expect(await mall.refusalOf('o-hr', 'restockGift', { ...ask, pieces: 8, requestId })).toBe('request_id_reused');
  expect(await mall.refusalOf('o-hr', 'restockGift', { ...ask, giftId: 'none', requestId })).toBe('gift_not_found');

  await mall.putOnShelf({ _id: 'full', stock: 9_999_990 });
  const fill = { giftId: 'full', pieces: 11 };
  expect(await mall.refusalOf('o-hr', 'restockGift', { ...fill, requestId: freshRequest() })).toBe('gift_stock_full');
  expect(await mall.tell('o-hr', 'restockGift', { ...fill, pieces: 10, requestId: freshRequest() })).toMatchObject({
    stock: 10_000_000,
  });
});

it('takes a gift off the mall, not from those who have it', async () => {
  await mall.putOnShelf({ _id: 'mug', costPoints: 5 });
  await mall.welcome('p-lan');
  const { redemption } = await mall.tell('o-lan', 'redeemGift', { giftId: 'mug', requestId: freshRequest() });
  const ask = { giftId: 'mug', requestId: freshRequest() };
  const counted = await mall.stage.counted(() => mall.tell('o-hr', 'withdrawGift', ask));
  expect(counted).toMatchObject({ dbRequests: 2, result: { onSale: false } });
  expect(await mall.tell('o-hr', 'withdrawGift', ask)).toMatchObject({ onSale: false });
  expect(await mall.refusalOf('o-hr', 'withdrawGift', { ...ask, giftId: 'none' })).toBe('gift_not_found');
  expect((await mall.tell('o-ming', 'listGifts', {})).items).toEqual([]);
  expect((await mall.tell('o-branch', 'listShelf', { onSale: false })).items).toMatchObject([{ _id: 'mug' }]);
  expect(await mall.refusalOf('o-ming', 'readGift', { giftId: 'mug' })).toBe('gift_not_found');
  expect(await mall.tell('o-lan', 'readGift', { giftId: 'mug' })).toMatchObject({ redeemedByMe: 1, balance: 15 });
  const closing = { redemptionId: redemption._id, requestId: freshRequest() };
  expect(await mall.tell('o-hr', 'fulfilRedemption', closing)).toMatchObject({ state: 'fulfilled' });
});

it('tells who looks at a gift what they have and how much of it', async () => {
  await mall.putOnShelf({ _id: 'mug', costPoints: 5, perPersonLimit: 3 });
  const counted = await mall.stage.counted(() => mall.tell('o-lan', 'readGift', { giftId: 'mug' }));
  expect(counted).toMatchObject({
    dbRequests: 4,
    result: { gift: { _id: 'mug', perPersonLimit: 3, stock: 5 }, balance: 0, redeemedByMe: 0, isWished: false },
  });
  expect(await mall.refusalOf('o-lan', 'readGift', { giftId: '__proto__' })).toBe('input_invalid');
});
