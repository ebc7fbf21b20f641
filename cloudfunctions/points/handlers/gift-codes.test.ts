import { killedEverywhere } from '../../../test/killed-everywhere';
import { freshRequest, type Mall, openMall, passTime, stopClock } from '../../../test/mall';
import { auditCodes } from '../books/audit-codes';
import type { StoredCode } from '../rules/gift-code';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  await mall.welcome('p-lan');
  await mall.putOnShelf({ _id: 'pass', costPoints: 1, stock: 0, handing: 'code' });
});
const stored = () => mall.stage.cloud.documents('giftCodes') as unknown as StoredCode[];
const broken = () => {
  const { gifts, redemptions } = mall.books();
  return [...mall.violations(), ...auditCodes(gifts, redemptions, stored())];
};
afterEach(async () => {
  await mall.sweep();
  await mall.sweep();
  expect(broken()).toEqual([]);
  await mall.close();
});

const add = (codes: string[], requestId = freshRequest()) =>
  mall.ask('o-hr', 'addGiftCodes', { giftId: 'pass', codes, requestId });
async function bought(openId = 'o-lan'): Promise<string> {
  const { redemption } = await mall.tell(openId, 'redeemGift', { giftId: 'pass', requestId: freshRequest() });
  return redemption._id;
}
const reveal = (redemptionId: string, requestId = freshRequest(), openId = 'o-lan') =>
  mall.ask(openId, 'revealCode', { redemptionId, requestId });
const stockOf = () => mall.books().gifts.find(({ _id }) => _id === 'pass')?.stock;

it('each new code is a piece, a known one is left out, and a repeat adds nothing', async () => {
  const requestId = freshRequest();
  expect(await add(['A-1', 'A-2', 'A-2'], requestId)).toMatchObject({ ok: true, data: { added: 2, known: 1 } });
  const before = [mall.books(), stored()];
  expect(await add(['A-1', 'A-2', 'A-2'], requestId)).toMatchObject({ ok: true, data: { added: 2, known: 1 } });
  expect([mall.books(), stored()]).toEqual(before);
  expect(await add(['A-2', 'A-3'])).toMatchObject({ ok: true, data: { added: 1, known: 1, gift: { stock: 3 } } });
});

it('the stock of codes is only what codes there are, and only of gifts that are codes', async () => {
  await mall.putOnShelf({ _id: 'mug' });
  const more = { giftId: 'pass', pieces: 5, requestId: freshRequest() };
  expect(await mall.refusalOf('o-hr', 'restockGift', more)).toBe('gift_stock_by_codes');
  const codes = { giftId: 'mug', codes: ['A-1'], requestId: freshRequest() };
  expect(await mall.refusalOf('o-hr', 'addGiftCodes', codes)).toBe('gift_not_by_code');
  const gift = { name: '周卡', description: '', costPoints: 1, perPersonLimit: null, pictureFileId: null };
  const stocked = { ...gift, stock: 1, handing: 'code' as const, requestId: freshRequest() };
  expect(await mall.refusalOf('o-hr', 'addGift', stocked)).toBe('gift_stock_by_codes');
});

it('codes lie sealed, and nobody but the redeemer sees one', async () => {
  await add(['SECRET-1']);
  expect(JSON.stringify(stored())).not.toContain('SECRET-1');
  const redemptionId = await bought();
  expect(await reveal(redemptionId, freshRequest(), 'o-ming')).toMatchObject({ code: 'redemption_not_found' });
  const told = JSON.stringify([
    await mall.tell('o-hr', 'listRedemptions', { state: 'reserved' }),
    await mall.tell('o-hr', 'readShelfGift', { giftId: 'pass' }),
  ]);
  expect(told).not.toContain('SECRET-1');
  expect(await reveal(redemptionId)).toMatchObject({ ok: true, data: { code: 'SECRET-1' } });
});

it('a code is shown once; the same request gets it again for a day, another never', async () => {
  await add(['A-1']);
  const redemptionId = await bought();
  const requestId = freshRequest();
  const first = await reveal(redemptionId, requestId);
  expect(first).toMatchObject({ ok: true, data: { code: 'A-1', seenAt: '2026-11-20T01:00:00.000Z' } });
  expect(await reveal(redemptionId)).toMatchObject({ code: 'code_seen_already' });
  const seen = await mall.tell('o-lan', 'readMyRedemption', { redemptionId });
  expect(seen).toMatchObject({ state: 'fulfilled', codeSeenAt: '2026-11-20T01:00:00.000Z' });
  passTime(23 * 3_600_000);
  await mall.sweep();
  expect(await reveal(redemptionId, requestId)).toEqual({ ...first, traceId: expect.any(String) });
  passTime(3_600_000);
  await mall.sweep();
  expect(stored()).toMatchObject([{ sealed: null, redemptionId }]);
  expect(await reveal(redemptionId, requestId)).toMatchObject({ code: 'code_seen_already' });
});

it('a code that was seen cannot be cancelled, and given back it never goes to somebody else', async () => {
  await add(['A-1', 'A-2']);
  const [unseen, seen] = [await bought(), await bought()];
  await reveal(seen);
  const cancel = (redemptionId: string) => ({ redemptionId, reason: '缺货', requestId: freshRequest() });
  expect(await mall.refusalOf('o-hr', 'cancelRedemption', cancel(seen))).toBe('redemption_closed');
  expect(await mall.refusalOf('o-hr', 'fulfilRedemption', { redemptionId: unseen, requestId: freshRequest() })).toBe(
    'redemption_by_code',
  );
  await mall.tell('o-hr', 'cancelRedemption', cancel(unseen));
  expect(await reveal(unseen)).toMatchObject({ code: 'redemption_closed' });
  await mall.tell('o-hr', 'refundRedemption', { ...cancel(seen), pieceReturns: true });
  expect(stockOf()).toBe(1);
  expect(stored().filter(({ redemptionId }) => redemptionId === null)).toHaveLength(1);
});

it('many who reveal at once get each a code of their own, and one who asks three times gets one', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `many${index}`);
  await add(names.map((name) => `CODE-${name}`));
  const wanted: [string, string][] = [];
  for (const name of names) {
    await mall.stage.seat({ _id: `o-${name}`, personId: `p-${name}`, name });
    await mall.welcome(`p-${name}`);
    wanted.push([`o-${name}`, await bought(`o-${name}`)]);
  }
  const answers = await Promise.all(
    wanted.flatMap(([openId, redemptionId]) => [1, 2, 3].map(() => reveal(redemptionId, freshRequest(), openId))),
  );
  const codes = answers.flatMap((answer) => (answer.ok ? [answer.data.code] : []));
  expect(new Set(codes).size).toBe(8);
  expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))).toEqual(
    Array.from({ length: 16 }, () => 'code_seen_already'),
  );
});

it('an upload killed at any request brings each code in once, even if nobody sends it again', async () => {
  const cuts = await killedEverywhere(async (cut, request) => {
    const requestId = freshRequest();
    const codes = [`${requestId}-a`, `${requestId}-b`];
    await cut(() => add(codes, requestId));
    if (request % 2 === 0) await mall.sweep();
    expect(await add(codes, requestId)).toMatchObject({ ok: true });
    await mall.sweep();
    expect(stockOf()).toBe(2);
    expect({ request, broken: broken() }).toEqual({ request, broken: [] });
  });
  expect(cuts).toBeGreaterThan(9);
});

it('a code revealed by a request that is killed anywhere is there for its repeat, and is one code', async () => {
  const cuts = await killedEverywhere(async (cut, request) => {
    const codes = [freshRequest(), freshRequest()];
    await add(codes);
    await mall.putOnShelf({ _id: 'free', costPoints: 1 });
    const { openId } = await mall.newcomer();
    const redemptionId = await bought(openId);
    const requestId = freshRequest();
    const takenBefore = stored().filter((code) => code.redemptionId !== null).length;
    await cut(() => reveal(redemptionId, requestId, openId));
    await mall.sweep();
    expect(await reveal(redemptionId, requestId, openId)).toMatchObject({ ok: true });
    expect(stored().filter((code) => code.redemptionId !== null).length).toBe(takenBefore + 1);
    expect({ request, broken: broken() }).toEqual({ request, broken: [] });
  });
  expect(cuts).toBeGreaterThan(5);
});
