import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../../test/mall';

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  await mall.welcome('p-lan');
  await mall.sweep();
});
afterEach(async () => {
  expect(mall.violations()).toEqual([]);
  await mall.sweep();
  expect(await mall.sweep()).toEqual(nothingOpen);
  expect(mall.violations()).toEqual([]);
});
afterEach(() => mall.close());

const voidIt = (entryId = 'p-lan.joined', requestId = freshRequest()) =>
  mall.ask('o-hr', 'voidEntry', { entryId, reason: '重复发放', requestId });
const correct = (direction: 'add' | 'take', points: number, requestId = freshRequest(), reason = '补发') =>
  mall.ask('o-hr', 'correctAccount', { personId: 'p-lan', direction, points, reason, requestId });
const lan = () => mall.accountOf('p-lan');

describe('an entry that HR voids', () => {
  it('stays, and the reverse stands beside it with reason and author', async () => {
    expect(await voidIt()).toMatchObject({ ok: true, data: { taken: 20, missing: 0 } });
    expect(lan()).toMatchObject({ balance: 0, lifetime: 0 });
    const { items } = await mall.tell('o-lan', 'listLedger', {});
    expect(items).toMatchObject([
      { points: -20, from: 'person', to: 'void', cause: { kind: 'voided', reason: '重复发放', by: 'p-hr' } },
      { points: 20, _id: 'p-lan.joined' },
    ]);
  });

  it('is voided once: the repeat answers the same, another decision is refused', async () => {
    const requestId = freshRequest();
    const first = await voidIt('p-lan.joined', requestId);
    expect(await voidIt('p-lan.joined', requestId)).toEqual({ ...first, traceId: expect.any(String) });
    expect(await voidIt()).toMatchObject({ code: 'entry_voided_already' });
    await mall.sweep();
    expect(await voidIt('p-lan.joined', requestId)).toEqual({ ...first, traceId: expect.any(String) });
    expect(await voidIt()).toMatchObject({ code: 'entry_voided_already' });
    expect(lan()?.balance).toBe(0);
  });

  it('of many at once is voided by one', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => voidIt()));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(lan()?.balance).toBe(0);
  });

  it('gives what is still there, and says what was spent already', async () => {
    await mall.putOnShelf({ _id: 'mug', costPoints: 15 });
    await mall.tell('o-lan', 'redeemGift', { giftId: 'mug', requestId: freshRequest() });
    expect(await voidIt()).toMatchObject({ ok: true, data: { taken: 5, missing: 15 } });
    expect(lan()).toMatchObject({ balance: 0, lifetime: 15 });
  });

  it('is taken out of its own lot first, then out of what ends first', async () => {
    stopClock('2026-12-10T01:00:00.000Z');
    await correct('add', 30);
    await mall.putOnShelf({ _id: 'mug', costPoints: 15 });
    await mall.tell('o-lan', 'redeemGift', { giftId: 'mug', requestId: freshRequest() });
    expect(lan()?.lots).toMatchObject({ '2027-11-30': 5, '2027-12-31': 30 });
    expect(await voidIt()).toMatchObject({ ok: true, data: { taken: 20, missing: 0 } });
    expect(lan()?.balance).toBe(15);
    expect(lan()?.lots['2027-12-31']).toBe(15);
  });

  it("is no redemption, not HR's own, and there", async () => {
    await mall.putOnShelf({ _id: 'mug', costPoints: 15 });
    await mall.tell('o-lan', 'redeemGift', { giftId: 'mug', requestId: freshRequest() });
    const { items } = await mall.tell('o-lan', 'listLedger', {});
    expect(await voidIt(items[0]?._id)).toMatchObject({ code: 'entry_not_voidable' });
    expect(await voidIt('p-lan.trainingPassed.none')).toMatchObject({ code: 'entry_not_found' });
    await mall.welcome('p-hr');
    await mall.tell('o-hr', 'listLedger', {});
    expect(await voidIt('p-hr.joined')).toMatchObject({ code: 'own_account_kept' });
  });

  it('that took points gives them back into exactly the lots they left', async () => {
    passTime(20 * 24 * 3_600_000);
    await correct('add', 30);
    await correct('take', 35);
    const { items } = await mall.tell('o-lan', 'listLedger', {});
    expect(lan()?.lots).toEqual({ '2027-12-31': 15 });
    expect(await voidIt(items[0]?._id)).toMatchObject({ ok: true, data: { taken: -35, missing: 0 } });
    expect(lan()).toMatchObject({ balance: 50, lifetime: 50, lots: { '2027-11-30': 20, '2027-12-31': 30 } });
  });
});

describe('a correction', () => {
  it('gives or takes, once for each request', async () => {
    const requestId = freshRequest();
    expect(await correct('add', 7, requestId)).toMatchObject({ ok: true, data: { points: 7 } });
    expect(await correct('add', 7, requestId)).toMatchObject({ ok: true, data: { points: 7 } });
    expect(await correct('take', 7, requestId)).toMatchObject({ code: 'request_id_reused' });
    expect(await correct('add', 7, requestId, '别的')).toMatchObject({ code: 'request_id_reused' });
    expect(await correct('take', 27)).toMatchObject({ ok: true, data: { points: -27 } });
    expect(await correct('take', 1)).toMatchObject({ code: 'points_not_enough', detail: { missing: 1 } });
    expect(lan()).toMatchObject({ balance: 0, lifetime: 0 });
  });

  it('is for somebody who has an account, and not for oneself', async () => {
    const input = { direction: 'add', points: 1, reason: '补发' } as const;
    const to = (personId: string) =>
      mall.ask('o-hr', 'correctAccount', { ...input, personId, requestId: freshRequest() });
    expect(await to('p-nobody')).toMatchObject({ code: 'account_not_found' });
    expect(await to('p-hr')).toMatchObject({ code: 'own_account_kept' });
  });
});
