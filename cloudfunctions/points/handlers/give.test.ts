import type { InputOf } from '../../../shared/kernel/contract';
import type { PointsContract } from '../../../shared/points/contract';
import { freshRequest, type Mall, nothingOpen, openMall, stopClock } from '../../../test/mall';
import { partyTotals } from '../books/audit-parties';

// A hundred at once take their time on a machine that is busy with other tests.
jest.setTimeout(30_000);

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
});
afterEach(async () => {
  expect(mall.violations()).toEqual([]);
  expect(await mall.sweep()).toEqual(nothingOpen);
  expect(mall.violations()).toEqual([]);
  expect(partyTotals(mall.books().entries).transit).toBe(0);
});
afterEach(() => mall.close());

const give = (gift: Partial<InputOf<PointsContract['give']>>) =>
  mall.deliver('give', {
    factId: freshRequest(),
    fromPersonId: 'p-lan',
    toPersonIds: ['p-ming'],
    points: 10,
    about: '帮忙排障',
    at: new Date().toISOString(),
    requestId: freshRequest(),
    ...gift,
  });
const left = (givingLeft: number) => expect.objectContaining({ ok: true, data: { givingLeft } });
const refused = (code: string) => expect.objectContaining({ ok: false, code });

it("turns the giver's 可赠积分 into the receivers' 可用积分, and both read from whom and to whom", async () => {
  expect(await give({ toPersonIds: ['p-ming', 'p-yu'] })).toEqual(left(30));
  expect(mall.accountOf('p-lan')).toMatchObject({ balance: 0, lifetime: 0, giving: { month: '2026-11', left: 30 } });
  expect(mall.accountOf('p-ming')).toMatchObject({ balance: 10, lifetime: 10, lots: { '2027-11-30': 10 } });
  const gave = await mall.tell('o-lan', 'listLedger', {});
  expect(gave.items).toMatchObject([
    { points: -10, pocket: 'give', balanceAfter: 30, from: 'person', to: 'transit', withName: 'yu' },
    { points: -10, pocket: 'give', balanceAfter: 40, from: 'person', to: 'transit', withName: 'ming' },
    { points: 50, pocket: 'give', balanceAfter: 50, from: 'issue', to: 'person', cause: { month: '2026-11' } },
  ]);
  const received = await mall.tell('o-ming', 'listLedger', {});
  expect(received.items).toMatchObject([
    { points: 10, pocket: 'spend', from: 'transit', to: 'person', withName: 'lan', cause: { about: '帮忙排障' } },
  ]);
  await mall.sweep();
  const span = { from: '2026-11-20', until: '2026-11-20', source: 'received' } as const;
  const { items: seenByHr } = await mall.tell('o-hr', 'listBookedLines', span);
  expect(seenByHr.map(({ personName, entry }) => [personName, entry.withName]).sort()).toEqual([
    ['ming', 'lan'],
    ['yu', 'lan'],
  ]);
});

it('gives once, delivered twice at the same moment, later, and after it was settled', async () => {
  const gift = { factId: 'thanks-1', toPersonIds: ['p-ming', 'p-yu'] };
  expect(await Promise.all([give(gift), give(gift), give(gift)])).toEqual([left(30), left(30), left(30)]);
  await mall.sweep();
  expect(await give(gift)).toEqual(left(30));
  expect([mall.accountOf('p-ming')?.balance, mall.accountOf('p-yu')?.balance]).toEqual([10, 10]);
});

it('refuses a fact that comes again with other receivers or points, before and after it was settled', async () => {
  const gift = { factId: 'thanks-2', toPersonIds: ['p-yu', 'p-ming'] };
  expect(await give(gift)).toEqual(left(30));
  const others = [['p-hr'], ['p-ming'], ['p-yu'], ['p-hr', 'p-yu'], ['p-ming', 'p-yu', 'p-hr']];
  for (const whenever of ['pending', 'settled']) {
    for (const toPersonIds of others) {
      expect([whenever, await give({ ...gift, toPersonIds })]).toEqual([whenever, refused('request_id_reused')]);
    }
    expect([whenever, await give({ ...gift, points: 9 })]).toEqual([whenever, refused('request_id_reused')]);
    expect(await give({ ...gift, toPersonIds: ['p-ming', 'p-yu', 'p-ming'] })).toEqual(left(30));
    await mall.sweep();
  }
  expect([mall.accountOf('p-ming')?.balance, mall.accountOf('p-yu')?.balance]).toEqual([10, 10]);
  expect(mall.accountOf('p-hr')).toBeUndefined();
});

it('gives all of a gift or nothing: to the last point of the month, and not one more', async () => {
  expect(await give({ toPersonIds: ['p-ming', 'p-yu'], points: 25 })).toEqual(left(0));
  expect(await give({ toPersonIds: ['p-hr'], points: 1 })).toMatchObject({
    code: 'giving_not_enough',
    detail: { left: 0 },
  });
  expect(mall.accountOf('p-hr')).toBeUndefined();
});

it('of gifts at the same moment lets through what the allowance holds', async () => {
  const people = ['p-ming', 'p-yu', 'p-hr', 'p-branch', 'p-south', 'p-a', 'p-b', 'p-c'];
  const answers = await Promise.all(people.map((person) => give({ toPersonIds: [person], points: 20 })));
  expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(2);
  for (const person of people) await give({ toPersonIds: [person], points: 20 });
  expect(mall.accountOf('p-lan')?.giving.left).toBe(10);
});

it('stops at what one person may give another in a month, to the point', async () => {
  expect(await give({ points: 14 })).toEqual(left(36));
  expect(await give({ points: 16 })).toEqual(left(20));
  expect(await give({ points: 1 })).toMatchObject({ code: 'giving_pair_limit', detail: { limit: 30 } });
  expect(await give({ toPersonIds: ['p-yu'], points: 1 })).toEqual(left(19));
  stopClock('2026-11-30T16:00:00.000Z');
  expect(await give({ points: 30 })).toEqual(left(20));
});

it('does not let anybody give to themselves, nor somebody without an allowance give at all', async () => {
  expect(await give({ toPersonIds: ['p-yu', 'p-lan'] })).toEqual(refused('giving_to_self'));
  expect(await give({ fromPersonId: 'p-nobody' })).toEqual(refused('giving_not_enough'));
  expect(await give({ fromPersonId: 'p-left' })).toEqual(refused('giving_not_enough'));
});

it('lapses what is left when a new month begins in Shanghai, and books the new allowance', async () => {
  stopClock('2026-11-30T15:59:59.999Z');
  expect(await give({ points: 5 })).toEqual(left(45));
  stopClock('2026-11-30T16:00:00.000Z');
  expect(await mall.tell('o-lan', 'readAccount', {})).toMatchObject({ givingLeft: 50, balance: 0 });
  expect(await give({ points: 5 })).toEqual(left(45));
  const { items } = await mall.tell('o-lan', 'listLedger', {});
  expect(items.map(({ points, to, cause }) => [points, to, cause.kind])).toEqual([
    [-5, 'transit', 'gave'],
    [50, 'person', 'allowance'],
    [-45, 'expired', 'allowanceLapsed'],
    [-5, 'transit', 'gave'],
    [50, 'person', 'allowance'],
  ]);
});

it('gives a manager what the settings say, from the day they take effect', async () => {
  await mall.tell('o-hr', 'changePointSettings', {
    basedOn: 0,
    terms: {
      lotMonths: 1,
      allowances: [{ role: 'employee', points: 8 }],
      pairMonthlyPoints: 7,
      leaverDays: 0,
    },
    effectiveOn: '2026-11-21',
    reason: '预算',
    requestId: freshRequest(),
  });
  stopClock('2026-11-21T01:00:00.000Z');
  expect(await give({ points: 8 })).toEqual(refused('giving_pair_limit'));
  expect(await give({ points: 7 })).toEqual(left(1));
  expect(mall.accountOf('p-ming')?.lots).toEqual({ '2026-12-31': 7 });
});
