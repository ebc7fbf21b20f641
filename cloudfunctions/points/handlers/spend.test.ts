import { cutsOf } from '../../../test/at-every-request';
import { freshRequest, type Mall, nothingOpen, openMall, stopClock } from '../../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  await mall.welcome('p-lan');
});
afterEach(async () => {
  expect(mall.violations()).toEqual([]);
  expect(await mall.sweep()).toEqual(nothingOpen);
  expect(mall.violations()).toEqual([]);
  await mall.close();
});

const seat = { factId: 'seat-1', personId: 'p-lan', points: 8, about: '羽毛球馆的座位' };
const spend = (more: object = {}) => mall.deliver('spend', { ...seat, ...more, requestId: freshRequest() });
const unspend = (more: object = {}) =>
  mall.deliver('unspend', { factId: 'seat-1', personId: 'p-lan', ...more, requestId: freshRequest() });
const balance = () => mall.accountOf('p-lan')?.balance;

it('one fact takes the points once, in at most five requests, and says what for', async () => {
  const first = await mall.stage.counted(() => spend());
  expect(first).toMatchObject({ result: { ok: true, data: { points: 8 } } });
  expect(first.dbRequests).toBeLessThanOrEqual(3);
  expect(await spend()).toMatchObject({ ok: true });
  expect(balance()).toBe(12);
  expect((await mall.tell('o-lan', 'listLedger', {})).items[0]).toMatchObject({
    ...{ points: -8, from: 'person', to: 'mall', cause: { kind: 'spent', about: '羽毛球馆的座位' } },
  });
  await mall.sweep();
  expect(await spend()).toMatchObject({ ok: true });
  expect(balance()).toBe(12);
});

it('takes exactly what is there and not one more', async () => {
  expect(await spend({ points: 21 })).toMatchObject({ code: 'points_not_enough', detail: { missing: 1 } });
  expect(await spend({ points: 20 })).toMatchObject({ ok: true });
  expect(await spend({ factId: 'seat-2', personId: 'p-nobody' })).toMatchObject({ code: 'points_not_enough' });
});

it('a fact that comes with another price or purpose is refused', async () => {
  await spend();
  expect(await spend({ points: 9 })).toMatchObject({ code: 'request_id_reused' });
  expect(await spend({ about: '别的' })).toMatchObject({ code: 'request_id_reused' });
});

it('gives the points back once, into the very lots, also long after', async () => {
  const lots = mall.accountOf('p-lan')?.lots;
  expect(await unspend()).toMatchObject({ code: 'spending_not_found' });
  await spend();
  await mall.sweep();
  expect(await unspend()).toMatchObject({ ok: true, data: { points: 8 } });
  expect(await unspend()).toMatchObject({ ok: true, data: { points: 8 } });
  await mall.sweep();
  expect(await unspend()).toMatchObject({ ok: true });
  expect(mall.accountOf('p-lan')).toMatchObject({ balance: 20, lots });
  // The fact is used up: sent again it takes nothing more.
  expect(await spend()).toMatchObject({ ok: true });
  expect(balance()).toBe(20);
});

it('killed at any request, both happen once or not at all, and their repeats bring them about', async () => {
  const { atEveryRequest } = cutsOf(() => mall);
  const cuts = await atEveryRequest(async (cut) => {
    const { name } = await mall.newcomer();
    const fact = { personId: `p-${name}`, factId: freshRequest() };
    for (const step of [() => spend(fact), () => unspend(fact)]) {
      await cut(step);
      await mall.sweep();
      expect(await step()).toMatchObject({ ok: true });
    }
    expect(mall.accountOf(`p-${name}`)?.balance).toBe(20);
  });
  expect(cuts).toBeGreaterThan(6);
});
