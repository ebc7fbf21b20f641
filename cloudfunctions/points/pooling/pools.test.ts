import type { FaultyLine } from '../../../simulator/cloud/faults/faulty-line';
import { killedEverywhere } from '../../../test/killed-everywhere';
import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../../test/mall';
import { auditPools } from '../books/audit-pools';
import type { StoredPool, StoredShare } from '../rules/pool';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let mall: Mall;
let line: FaultyLine;
const pools = () => mall.stage.cloud.documents('pools') as unknown as StoredPool[];
const shares = () => mall.stage.cloud.documents('poolShares') as unknown as StoredShare[];
const broken = () => {
  const { accounts, entries } = mall.books();
  return [...mall.violations(), ...auditPools(accounts, entries, pools(), shares())];
};
const balanceOf = (name: string) => mall.accountOf(`p-${name}`)?.balance;

beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  // What is done once a day is done, and not again after each cut.
  await mall.sweep();
  line = mall.stage.cloud.faults.line;
  // Telling those who paid is killed in telling/telling.test.ts.
  mall.takeTodayDown(true);
  for (const name of ['lan', 'ming', 'yu', 'south']) await mall.welcome(`p-${name}`);
});
afterEach(async () => {
  expect(broken()).toEqual([]);
  expect(await mall.sweep()).toEqual(nothingOpen);
  await mall.sweep();
  expect(broken()).toEqual([]);
  expect(pools().flatMap(({ claims }) => claims)).toEqual([]);
  await mall.close();
});

const tea = {
  ...{ kind: 'teamGift' as const, name: '下午茶', description: '', targetPoints: 30, perPersonPoints: 15 },
  ...{ valueFen: 20_000, branchId: null, closesOn: '2026-11-25' },
};
const open = async (more: Partial<typeof tea> | object = {}) =>
  (await mall.tell('o-hr', 'openPool', { ...tea, ...more, requestId: freshRequest() }))._id;
const pay = (name: string, poolId: string, points: number, requestId = freshRequest()) =>
  mall.ask(`o-${name}`, 'payIntoPool', { poolId, points, requestId });
const stateOf = (poolId: string) => pools().find(({ _id }) => _id === poolId)?.state;

it('several people pay together, and the pool is reached with its target', async () => {
  const poolId = await open();
  expect(await pay('lan', poolId, 15)).toMatchObject({ ok: true, data: { paid: 15, pool: { paidPoints: 15 } } });
  expect(await pay('ming', poolId, 14)).toMatchObject({ ok: true, data: { pool: { state: 'open' } } });
  expect(await pay('yu', poolId, 1)).toMatchObject({ ok: true, data: { pool: { state: 'reached', paidPoints: 30 } } });
  expect(balanceOf('lan')).toBe(5);
  const lines = await mall.tell('o-lan', 'listLedger', {});
  expect(lines.items[0]).toMatchObject({ points: -15, to: 'mall', cause: { kind: 'pooled', poolId, name: '下午茶' } });
  expect(await mall.tell('o-lan', 'readPool', { poolId })).toMatchObject({ paidByMe: 15, balance: 5 });
  const handed = { poolId, requestId: freshRequest() };
  expect(await mall.tell('o-hr', 'handOverPool', handed)).toMatchObject({ state: 'handedOver' });
  expect(await mall.refusalOf('o-hr', 'closePool', { ...handed, reason: 'x', requestId: freshRequest() })).toBe(
    'pool_closed',
  );
});

it('nobody pays more than their share, and never more than the target comes together', async () => {
  const poolId = await open();
  expect(await pay('lan', poolId, 16)).toMatchObject({ code: 'pool_share_full', detail: { room: 15 } });
  await pay('lan', poolId, 10);
  expect(await pay('lan', poolId, 6)).toMatchObject({ code: 'pool_share_full', detail: { room: 5 } });
  await pay('ming', poolId, 15);
  expect(await pay('yu', poolId, 6)).toMatchObject({ code: 'pool_full', detail: { room: 5 } });
  expect(await pay('yu', await open({ perPersonPoints: null }), 21)).toMatchObject({
    code: 'points_not_enough',
    detail: { missing: 1 },
  });
});

it('a request pays once however often it is sent, and never for another pool or sum', async () => {
  const [poolId, other] = [await open(), await open()];
  const requestId = freshRequest();
  const first = await pay('lan', poolId, 5, requestId);
  const before = [mall.books(), pools(), shares()];
  expect(await pay('lan', poolId, 5, requestId)).toEqual({ ...first, traceId: expect.any(String) });
  expect(await pay('lan', poolId, 6, requestId)).toMatchObject({ code: 'request_id_reused' });
  expect(await pay('lan', other, 5, requestId)).toMatchObject({ code: 'request_id_reused' });
  expect([mall.books(), pools(), shares()]).toEqual(before);
});

it('parallel payers stop exactly at the target, and one person with six phones at their share', async () => {
  const [poolId, own] = [await open({ targetPoints: 17, perPersonPoints: 7 }), await open({ perPersonPoints: 4 })];
  const names = ['lan', 'ming', 'yu', 'south'];
  await Promise.all(names.flatMap((name) => [2, 2, 2].map((points) => pay(name, poolId, points))));
  for (const name of names) await pay(name, poolId, 1);
  expect(pools().find(({ _id }) => _id === poolId)).toMatchObject({ paidPoints: 17, room: 0, state: 'reached' });
  await Promise.all([1, 2, 3, 4, 5, 6].map(() => pay('lan', own, 2)));
  expect(shares().filter((share) => share.poolId === own)).toHaveLength(2);
});

it('a gift that is short when its last day is over gives back what each paid, into the very lots', async () => {
  const poolId = await open();
  await pay('lan', poolId, 15);
  await pay('ming', poolId, 10);
  const lots = mall.accountOf('p-yu')?.lots;
  stopClock('2026-11-25T15:50:00.000Z');
  await mall.sweep();
  expect(stateOf(poolId)).toBe('open');
  stopClock('2026-11-25T15:59:00.000Z');
  await mall.sweep();
  stopClock('2026-11-25T15:59:30.000Z');
  expect(await pay('yu', poolId, 1)).toMatchObject({ code: expect.stringMatching(/pool_closed/) });
  await mall.sweep();
  await mall.sweep();
  expect(stateOf(poolId)).toBe('returned');
  expect([balanceOf('lan'), balanceOf('ming')]).toEqual([20, 20]);
  expect(mall.accountOf('p-lan')?.lots).toEqual(lots);
});

it('a cause keeps what it has on its last day, and the points go to charity', async () => {
  const poolId = await open({ kind: 'charity', targetPoints: null, perPersonPoints: null, name: '山区图书角' });
  await pay('lan', poolId, 7);
  expect((await mall.tell('o-lan', 'listLedger', {})).items[0]).toMatchObject({ points: -7, to: 'charity' });
  passTime(6 * 24 * 3_600_000);
  await mall.sweep();
  expect(stateOf(poolId)).toBe('reached');
  expect(balanceOf('lan')).toBe(13);
  expect((await mall.tell('o-lan', 'listPools', { isOpen: false })).items).toMatchObject([{ paidPoints: 7 }]);
});

it('HR gives a pool up with a reason, and everybody has their points back', async () => {
  const poolId = await open();
  await pay('lan', poolId, 15);
  const closing = { poolId, reason: '店家停业', requestId: freshRequest() };
  expect(await mall.tell('o-hr', 'closePool', closing)).toMatchObject({ closeReason: '店家停业' });
  expect(await mall.ask('o-hr', 'closePool', closing)).toMatchObject({ ok: true });
  await mall.sweep();
  expect([stateOf(poolId), balanceOf('lan')]).toEqual(['returned', 20]);
});

it('a pool of a branch is that branch’s: others neither see it nor pay, and its HR opens none elsewhere', async () => {
  const south = { ...tea, branchId: 'branch-south', requestId: freshRequest() };
  const { _id: poolId } = await mall.tell('o-branch', 'openPool', south);
  expect(await pay('lan', poolId, 1)).toMatchObject({ code: 'pool_not_found' });
  expect(await mall.refusalOf('o-lan', 'readPool', { poolId })).toBe('pool_not_found');
  expect((await mall.tell('o-lan', 'listPools', { isOpen: true })).items).toEqual([]);
  expect((await mall.tell('o-south', 'listPools', { isOpen: true })).items).toHaveLength(1);
  expect(await pay('south', poolId, 1)).toMatchObject({ ok: true });
  for (const branchId of [null, 'head-office']) {
    const elsewhere = { ...tea, branchId, requestId: freshRequest() };
    expect(await mall.refusalOf('o-branch', 'openPool', elsewhere)).toBe('branch_out_of_reach');
  }
  const head = await open();
  const closing = { poolId: head, reason: 'x', requestId: freshRequest() };
  expect(await mall.refusalOf('o-branch', 'closePool', closing)).toBe('pool_not_found');
});

it('a pool needs a day that has not passed, and a gift a target', async () => {
  const ask = (more: object) => mall.refusalOf('o-hr', 'openPool', { ...tea, ...more, requestId: freshRequest() });
  expect(await ask({ closesOn: '2026-11-19' })).toBe('pool_day_passed');
  expect(await ask({ targetPoints: null })).toBe('pool_target_wanted');
  const requestId = freshRequest();
  await mall.tell('o-hr', 'openPool', { ...tea, closesOn: '2026-11-20', requestId });
  expect(await mall.refusalOf('o-hr', 'openPool', { ...tea, name: '别的', requestId })).toBe('request_id_reused');
});

it('a payment killed at any request is paid once or not at all, and its repeat brings it about', async () => {
  const cuts = await killedEverywhere(async (cut, request) => {
    const { name, openId } = await mall.newcomer();
    const poolId = await open();
    const requestId = freshRequest();
    await cut(() => pay(name, poolId, 15, requestId));
    expect({ request, broken: broken() }).toEqual({ request, broken: [] });
    const again = await pay(name, poolId, 15, requestId);
    if (!again.ok) expect(again.code).toBe('points_busy');
    expect({ request, broken: broken() }).toEqual({ request, broken: [] });
    await mall.sweep();
    await mall.sweep();
    expect(await pay(name, poolId, 15, requestId)).toMatchObject({ ok: true });
    expect([balanceOf(name), shares().filter((share) => share.poolId === poolId).length]).toEqual([5, 1]);
    expect((await mall.tell(openId, 'listLedger', {})).items.map(({ points }) => points)).toEqual([-15, 20]);
  });
  expect(cuts).toBeGreaterThan(6);
});

it('a payer who sleeps at any request while the sweep gives the claim up pays once or not at all', async () => {
  for (let request = 2; request <= 9; request += 1) {
    const { name } = await mall.newcomer();
    const poolId = await open();
    const requestId = freshRequest();
    const held = line.holdAt(request);
    const asleep = pay(name, poolId, 15, requestId);
    const letGo = await Promise.race([held, asleep.then(() => null)]);
    if (letGo) {
      passTime(60_000);
      await mall.sweep();
      await mall.sweep();
      letGo();
    }
    await asleep;
    line.heal();
    expect({ request, broken: broken() }).toEqual({ request, broken: [] });
    await mall.sweep();
    await mall.sweep();
    expect(await pay(name, poolId, 15, requestId)).toMatchObject({ ok: true });
    expect([balanceOf(name), shares().filter((share) => share.poolId === poolId).length]).toEqual([5, 1]);
  }
});

it('a sweep killed at any request while it gives back is finished by the next, each share once', async () => {
  const cuts = await killedEverywhere(async (cut, request) => {
    const [one, other] = [await mall.newcomer(), await mall.newcomer()];
    const poolId = await open();
    await pay(one.name, poolId, 15);
    await pay(other.name, poolId, 10);
    line.breakAt(3, 'after');
    await pay(one.name, poolId, 1);
    line.heal();
    await mall.tell('o-hr', 'closePool', { poolId, reason: '取消', requestId: freshRequest() });
    await cut(() => mall.sweep());
    expect({ request, broken: broken() }).toEqual({ request, broken: [] });
    for (let minute = 0; minute < 3; minute += 1) await mall.sweep();
    expect([stateOf(poolId), balanceOf(one.name), balanceOf(other.name)]).toEqual(['returned', 20, 20]);
  });
  expect(cuts).toBeGreaterThan(5);
});
