import { freshRequest, type Mall, openMall, passTime, stopClock } from '../../../test/mall';
import { main } from '../index';
import { settleAccounts } from '../jobs/settle-accounts';
import { accounts, ledger } from '../store';

jest.setTimeout(60_000);
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  await mall.welcome('p-lan');
});
afterEach(async () => {
  await mall.close();
});

const minute = () => mall.stage.runTimer(main, 'minute');
/** The first minute of that day in Shanghai. */
async function nightBefore(day: string) {
  jest.setSystemTime(new Date(`${day}T00:01:00.000+08:00`));
  await minute();
  expect(mall.violations()).toEqual([]);
}
const lan = () => mall.accountOf('p-lan');
const notices = () =>
  mall.stage.cloud.documents('todayEntries').map((notice) => `${String(notice.personId)}: ${String(notice.line)}`);
const linesOf = async (openId: string) =>
  (await mall.tell(openId, 'listLedger', {})).items.map(({ points, to, cause }) => [points, to, cause.kind]);

describe('a lot', () => {
  it('can be spent to the last moment of its last day in Shanghai, no longer, and is gone that night', async () => {
    await mall.putOnShelf({ _id: 'pin', costPoints: 1 });
    const redeem = () => mall.ask('o-lan', 'redeemGift', { giftId: 'pin', requestId: freshRequest() });
    stopClock('2027-11-30T15:59:59.999Z');
    expect(await redeem()).toMatchObject({ ok: true, data: { balance: 19 } });
    stopClock('2027-11-30T16:00:00.000Z');
    expect(await redeem()).toMatchObject({ code: 'points_not_enough', detail: { missing: 1 } });
    expect(await mall.tell('o-lan', 'readAccount', {})).toMatchObject({ balance: 0, lifetime: 20, expiring: null });
    await nightBefore('2027-12-01');
    expect(lan()).toMatchObject({ balance: 0, lifetime: 20 });
    expect((await linesOf('o-lan'))[0]).toEqual([-19, 'expired', 'expired']);
  });

  it('is told 30 and 7 days before, once each, and when it has ended', async () => {
    await nightBefore('2027-10-30');
    expect(notices()).toEqual([]);
    await nightBefore('2027-10-31');
    await nightBefore('2027-11-01');
    expect(notices()).toEqual(['p-lan: 20 积分可以用到 11月30日，去积分商城看看吧。']);
    await nightBefore('2027-11-22');
    expect(notices()).toHaveLength(1);
    await nightBefore('2027-11-24');
    await nightBefore('2027-11-25');
    expect(notices()).toHaveLength(2);
    await nightBefore('2027-12-01');
    await nightBefore('2027-12-02');
    expect(notices()).toHaveLength(3);
    expect(notices()).toContain('p-lan: 20 积分已到期。每一笔都能在积分流水里查到。');
  });

  it('that comes back after its day, by a refund, ends with the next night, and that is told', async () => {
    await mall.putOnShelf({ _id: 'mug', costPoints: 15 });
    stopClock('2027-11-30T01:00:00.000Z');
    const { redemption } = await mall.tell('o-lan', 'redeemGift', { giftId: 'mug', requestId: freshRequest() });
    await nightBefore('2027-12-01');
    const input = { redemptionId: redemption._id, reason: '缺货', requestId: freshRequest() };
    await mall.tell('o-hr', 'cancelRedemption', input);
    expect(lan()).toMatchObject({ balance: 15, lots: { '2027-11-30': 15 } });
    await nightBefore('2027-12-02');
    expect(lan()).toMatchObject({ balance: 0 });
    expect(notices().filter((line) => line.includes('已到期'))).toHaveLength(2);
    expect((await linesOf('o-lan')).slice(0, 4)).toEqual([
      [-15, 'expired', 'expired'],
      [15, 'person', 'redemptionCancelled'],
      [-5, 'expired', 'expired'],
      [-15, 'mall', 'redemption'],
    ]);
  });
});

describe('the month', () => {
  it('lapses what nobody gave, once', async () => {
    const at = new Date().toISOString();
    const gift = { fromPersonId: 'p-lan', toPersonIds: ['p-yu'], points: 10, about: null, at };
    await mall.deliver('give', { ...gift, factId: freshRequest(), requestId: freshRequest() });
    await nightBefore('2026-11-30');
    expect(lan()?.giving.left).toBe(40);
    await nightBefore('2026-12-01');
    await nightBefore('2026-12-02');
    expect(lan()?.giving).toEqual({ month: '', left: 0, given: {} });
    expect((await linesOf('o-lan'))[0]).toEqual([-40, 'expired', 'allowanceLapsed']);
    await mall.deliver('give', { ...gift, factId: freshRequest(), requestId: freshRequest() });
    expect(lan()?.giving).toMatchObject({ month: '2026-12', left: 40 });
  });
});

describe('a leaver', () => {
  const leave = (relievingDate: string) =>
    mall.stage.seat({ _id: 'o-lan', personId: 'p-lan', name: 'lan', status: 'noticePeriod', relievingDate });

  it('spends for thirty days after the last one, is told the date, and what is left then ends', async () => {
    await mall.putOnShelf({ _id: 'pin', costPoints: 1 });
    const redeem = () => mall.ask('o-lan', 'redeemGift', { giftId: 'pin', requestId: freshRequest() });
    await leave('2026-11-30');
    await nightBefore('2026-12-01');
    expect(notices()).toEqual(['p-lan: 20 积分可以用到 12月30日，去积分商城看看吧。']);
    expect(await mall.tell('o-lan', 'readAccount', {})).toMatchObject({ spendBy: '2026-12-30', balance: 20 });
    stopClock('2026-12-30T15:59:59.999Z');
    expect(await redeem()).toMatchObject({ ok: true });
    stopClock('2026-12-30T16:00:00.000Z');
    expect(await redeem()).toMatchObject({ code: 'spending_ended' });
    expect(await mall.tell('o-lan', 'readAccount', {})).toMatchObject({ balance: 0 });
    await nightBefore('2026-12-31');
    const { items } = await mall.tell('o-lan', 'listLedger', {});
    expect(items[0]).toMatchObject({ points: -19, cause: { kind: 'expired', isLeaver: true } });
  });

  it('who comes back keeps what they had', async () => {
    await leave('2026-11-30');
    await mall.stage.seat({ _id: 'o-lan', personId: 'p-lan', name: 'lan', relievingDate: null });
    await nightBefore('2026-12-31');
    expect(lan()?.balance).toBe(20);
  });

  it('whose last day is set at short notice is told at once', async () => {
    await leave('2026-11-21');
    await nightBefore('2026-12-18');
    expect(notices()).toEqual(['p-lan: 20 积分可以用到 12月21日，去积分商城看看吧。']);
  });
});

describe('the proof', () => {
  const alerts = async () => (await mall.tell('o-hr', 'listPointAlerts', {})).items;
  const tomorrow = async () => {
    await mall.sweep();
    passTime(24 * 3_600_000);
    await minute();
  };

  it('goes on from where it was, and finds nothing in books that are right', async () => {
    await tomorrow();
    expect(lan()?.proved).toMatchObject({ seq: 1, balance: 20, lots: { '2027-11-30': 20 } });
    await mall.tell('o-lan', 'checkIn', { requestId: freshRequest() });
    await tomorrow();
    expect(lan()?.proved).toMatchObject({ seq: 2, balance: 25, lifetime: 25 });
    expect(await alerts()).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a balance that somebody raised', () => accounts.changeOne({ _id: 'p-lan' }, { balance: 21 })],
    ['a lot that somebody moved', () => accounts.changeOne({ _id: 'p-lan' }, { lots: { '2099-12-31': 20 } })],
    ['a lifetime that somebody raised', () => accounts.changeOne({ _id: 'p-lan' }, { lifetime: 21 })],
    ['points to give that nobody booked', () => accounts.changeOne({ _id: 'p-lan' }, { 'giving.left': 1 })],
    ['an entry that somebody altered', () => ledger.changeOne({ _id: 'p-lan.joined' }, { points: 19 })],
    ['an entry that somebody removed', () => ledger.removeAll({ _id: 'p-lan.joined' })],
    ['a settled state that somebody wrote', () => accounts.changeOne({ _id: 'p-lan' }, { 'settled.hash': 'x' })],
  ])('names the account of %s, every night, and others go on', async (_name, spoil) => {
    await mall.welcome('p-yu');
    const now = new Date().toISOString();
    await settleAccounts(now, now);
    await spoil();
    await tomorrow();
    await tomorrow();
    expect(new Set((await alerts()).map(({ personId }) => personId))).toEqual(new Set(['p-lan']));
    expect(mall.accountOf('p-yu')?.proved.seq).toBe(1);
  });
});

it('finds within four weeks that an entry was altered which was proved long ago', async () => {
  await nightBefore('2026-11-21');
  expect(lan()?.proved.seq).toBe(1);
  await ledger.changeOne({ _id: 'p-lan.joined' }, { at: '2020-01-01T00:00:00.000Z' });
  for (let night = 0; night < 28; night += 1) {
    passTime(24 * 3_600_000);
    await minute();
  }
  const { items } = await mall.tell('o-hr', 'listPointAlerts', {});
  expect(items).toMatchObject([{ personId: 'p-lan', found: ['流水 p-lan.joined 被改动过'] }]);
});

it('waits while nobody can be told, and goes on when somebody can', async () => {
  mall.takeTodayDown(true);
  await nightBefore('2027-12-01');
  expect(lan()?.balance).toBe(20);
  mall.takeTodayDown(false);
  await minute();
  expect(lan()?.balance).toBe(0);
  expect(notices().filter((text) => text.includes('已到期'))).toHaveLength(1);
});
