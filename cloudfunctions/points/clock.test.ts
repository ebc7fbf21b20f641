import { z } from 'zod';
import type { InputOf } from '../../shared/kernel/contract';
import { monthEnd } from '../../shared/kernel/day';
import { type PointsContract, points } from '../../shared/points/contract';
import { freshRequest, type Mall, nothingOpen, openMall, stopClock } from '../../test/mall';
import { main } from './index';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
// Nights take their time on a machine that is busy with other tests.
jest.setTimeout(60_000);

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
});
afterEach(async () => {
  expect(mall.violations()).toEqual([]);
  await mall.close();
});

const minute = () => mall.stage.runTimer(main, 'minute');
const checkIn = () => mall.ask('o-lan', 'checkIn', { requestId: freshRequest() });
const view = () => mall.tell('o-lan', 'readAccount', {});
const earn = (fact: Partial<InputOf<PointsContract['earn']>> = {}) =>
  mall.deliver('earn', {
    ...{ factId: freshRequest(), rule: 'trainingPassed', personId: 'p-lan', about: null },
    ...{ at: new Date().toISOString(), requestId: freshRequest(), ...fact },
  });
const give = (points: number) =>
  mall.deliver('give', {
    ...{ factId: freshRequest(), fromPersonId: 'p-lan', toPersonIds: ['p-ming'], points, about: null },
    ...{ at: new Date().toISOString(), requestId: freshRequest() },
  });

describe('midnight in Shanghai', () => {
  it('parts two check-ins by a millisecond; midnight in London does not', async () => {
    stopClock('2026-11-20T15:59:59.999Z');
    expect(await checkIn()).toMatchObject({ ok: true });
    stopClock('2026-11-20T16:00:00.000Z');
    expect(await checkIn()).toMatchObject({ ok: true, data: { account: { streakDays: 2, today: '2026-11-21' } } });
    stopClock('2026-11-21T00:00:00.000Z');
    expect(await checkIn()).toMatchObject({ code: 'checked_in_already' });
  });

  it('counts a fact of the last moment on its own day, though it comes after midnight', async () => {
    const at = '2026-11-20T15:59:59.999Z';
    stopClock('2026-11-20T16:00:01.000Z');
    for (let times = 0; times < 2; times += 1) expect(await earn({ at })).toMatchObject({ data: { points: 20 } });
    expect(await earn({ at })).toMatchObject({ data: { heldBack: 'dailyTimes' } });
    expect(await earn()).toMatchObject({ data: { points: 20 } });
  });
});

describe('the end of a month', () => {
  it('brings a new allowance and new caps in Shanghai, not in London', async () => {
    stopClock('2026-11-30T15:59:59.999Z');
    expect(await give(30)).toMatchObject({ ok: true, data: { givingLeft: 20 } });
    expect(await give(1)).toMatchObject({ code: 'giving_pair_limit' });
    stopClock('2026-11-30T16:00:00.000Z');
    expect(await view()).toMatchObject({ givingLeft: 50, today: '2026-12-01' });
    expect(await give(30)).toMatchObject({ ok: true, data: { givingLeft: 20 } });
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
  });

  it.each([
    ['2026-11-30T15:59:59.999Z', '2027-11-30'],
    ['2026-11-30T16:00:00.000Z', '2027-12-31'],
    ['2027-01-31T04:00:00.000Z', '2028-01-31'],
    ['2027-02-01T04:00:00.000Z', '2028-02-29'],
    ['2028-02-29T04:00:00.000Z', '2029-02-28'],
    ['2028-12-31T15:59:59.999Z', '2029-12-31'],
    ['2028-12-31T16:00:00.000Z', '2030-01-31'],
  ])('what comes at %s can be spent until %s', async (at, until) => {
    stopClock(at);
    await earn();
    expect(await view()).toMatchObject({ expiring: { points: 20, on: until } });
  });

  it('is the last day of each month, whatever day the points came', () => {
    const ends = ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30'];
    for (const end of ends) {
      expect(monthEnd(`2025-${end}`, 24)).toBe(`2027-${end}`);
      expect(monthEnd(`2025-${end.slice(0, 2)}-01`, 0)).toBe(`2025-${end}`);
    }
  });
});

describe('29 February', () => {
  it('is a day like any other: a lot lives through it and is gone in that night', async () => {
    stopClock('2027-02-10T01:00:00.000Z');
    await earn();
    await mall.putOnShelf({ _id: 'pin', costPoints: 1 });
    const redeem = () => mall.ask('o-lan', 'redeemGift', { giftId: 'pin', requestId: freshRequest() });
    stopClock('2028-01-29T16:01:00.000Z');
    await minute();
    const told = mall.stage.cloud.documents('todayEntries').map((notice) => String(notice.line));
    expect(told).toEqual(['20 积分可以用到 2月29日，去积分商城看看吧。']);
    stopClock('2028-02-29T15:59:59.999Z');
    expect(await redeem()).toMatchObject({ ok: true, data: { balance: 19 } });
    stopClock('2028-02-29T16:00:00.000Z');
    expect(await redeem()).toMatchObject({ code: 'points_not_enough' });
    await minute();
    expect(mall.accountOf('p-lan')).toMatchObject({ balance: 0, lifetime: 20 });
  });

  it('carries a streak from 28 February to 1 March', async () => {
    for (const day of ['28', '29']) {
      stopClock(`2028-02-${day}T01:00:00.000Z`);
      await checkIn();
    }
    stopClock('2028-03-01T01:00:00.000Z');
    expect(await checkIn()).toMatchObject({ data: { account: { streakDays: 3 } } });
    stopClock('2029-02-28T01:00:00.000Z');
    await checkIn();
    stopClock('2029-03-01T01:00:00.000Z');
    expect(await checkIn()).toMatchObject({ data: { account: { streakDays: 2 } } });
  });
});

it('a timer that is delivered twice, at once and again, ends, tells and counts everything once', async () => {
  await earn();
  await give(20);
  stopClock('2026-11-20T01:10:00.000Z');
  await Promise.all([minute(), minute()]);
  stopClock('2026-11-20T01:20:00.000Z');
  await Promise.all([minute(), minute()]);
  expect(mall.stage.cloud.documents('pointDays')).toMatchObject([{ _id: '2026-11-20', entries: 4 }]);
  stopClock('2027-11-30T16:01:00.000Z');
  await Promise.all([minute(), minute()]);
  await minute();
  const told = mall.stage.cloud.documents('todayEntries').map((notice) => `${notice.personId} ${notice.line}`);
  expect(told.sort()).toEqual([
    'p-lan 20 积分已到期。每一笔都能在积分流水里查到。',
    'p-ming 20 积分已到期。每一笔都能在积分流水里查到。',
  ]);
  stopClock('2027-11-30T16:10:00.000Z');
  await Promise.all([minute(), minute()]);
  const entries = mall.books().entries.map(({ personId, points: moved, to }) => `${personId} ${moved} ${to}`);
  expect(entries.filter((entry) => entry.endsWith('expired')).sort()).toEqual([
    'p-lan -20 expired',
    'p-lan -30 expired',
    'p-ming -20 expired',
  ]);
});

describe("a phone's clock", () => {
  const people = ['employee', 'newHire', 'alumnus'];
  const days = /format":"date|\\\\d\{4\}-|date-time/;

  it('has no field to be told in: no call of a person who holds points takes a day or a moment', () => {
    const open = Object.entries(points).filter(([, { roles }]) => roles.some((role) => people.includes(role)));
    expect(open.length).toBeGreaterThan(15);
    const telling = open.filter(([, { input }]) => days.test(JSON.stringify(z.toJSONSchema(input, { io: 'input' }))));
    expect(telling.map(([name]) => name)).toEqual([]);
    // The same look finds the days that HR decides and the moments that our own functions tell.
    const all = Object.entries(points).filter(([, { input }]) => days.test(JSON.stringify(z.toJSONSchema(input))));
    expect(all.map(([name]) => name)).toEqual(expect.arrayContaining(['earn', 'give', 'changeRule', 'openPool']));
  });

  it('is refused when somebody tells it all the same, and nothing comes of it', async () => {
    const input = { requestId: freshRequest(), at: '2026-11-25T01:00:00.000Z' };
    expect(await mall.ask('o-lan', 'checkIn', input)).toMatchObject({ code: 'input_invalid' });
    expect(mall.books().accounts).toEqual([]);
  });
});
