import { cutsOf } from '../../test/at-every-request';
import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../test/mall';
import { main } from './index';

// The door logs every request that the line swallowed; that is what this file is about.
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
  // What is done once a day is done, and not again after each cut.
  await mall.sweep();
});
afterEach(() => mall.close());

const { cutAt, atEveryRequest } = cutsOf(() => mall);
const tick = () => mall.stage.runTimer(main, 'minute');
const linesOf = async (openId: string) =>
  (await mall.tell(openId, 'listLedger', {})).items.map(({ points, pocket }) => `${pocket} ${points}`);

const factOf = (personId: string) => ({
  factId: freshRequest(),
  rule: 'trainingPassed' as const,
  personId,
  about: null,
  at: new Date().toISOString(),
  requestId: freshRequest(),
});
const giftOf = (fromPersonId: string, toPersonIds: string[]) => ({
  factId: freshRequest(),
  fromPersonId,
  toPersonIds,
  points: 10,
  about: null,
  at: new Date().toISOString(),
  requestId: freshRequest(),
});

it('a fact killed at any request earns once when it is delivered again', async () => {
  const cuts = await atEveryRequest(async (cut, request) => {
    const { name, openId } = await mall.newcomer();
    const fact = factOf(`p-${name}`);
    await cut(() => mall.deliver('earn', fact));
    if (request % 2 === 0) expect(await mall.sweep()).toEqual(nothingOpen);
    expect(await mall.deliver('earn', fact)).toMatchObject({ ok: true, data: { points: 20, heldBack: null } });
    await mall.sweep();
    expect(await mall.deliver('earn', fact)).toMatchObject({ ok: true, data: { points: 20, heldBack: null } });
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect(await linesOf(openId)).toEqual(['spend 20', 'spend 20']);
  });
  expect(cuts).toBe(2);
});

it('a fact that slept at any request while its twin was booked, settled and swept earns nothing more', async () => {
  for (const request of [1, 2]) {
    const { name, openId } = await mall.newcomer();
    const fact = factOf(`p-${name}`);
    const isHeld = mall.stage.cloud.faults.line.holdAt(request);
    const sleeper = mall.deliver('earn', fact);
    const wakeUp = await isHeld;
    await mall.deliver('earn', fact);
    for (let minute = 0; minute < 3; minute += 1) await mall.sweep();
    wakeUp();
    expect(await sleeper).toMatchObject({ ok: true, data: { points: 20, heldBack: null } });
    await mall.sweep();
    expect(mall.violations()).toEqual([]);
    expect(await linesOf(openId)).toEqual(['spend 20', 'spend 20']);
  }
});

it('a gift killed at any request leaves the giver once and reaches each receiver once, or never began', async () => {
  const cuts = await atEveryRequest(async (cut) => {
    const [giver, known] = [await mall.newcomer(), await mall.newcomer()];
    const fresh = `p-fresh-${giver.name}`;
    const gift = giftOf(`p-${giver.name}`, [`p-${known.name}`, fresh]);
    await cut(() => mall.deliver('give', gift));
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
    const { giving } = mall.accountOf(`p-${giver.name}`) ?? { giving: { month: '', left: 0 } };
    const arrived = [mall.accountOf(`p-${known.name}`)?.balance, mall.accountOf(fresh)?.balance];
    expect([giving.left, ...arrived]).toEqual(giving.month === '' ? [0, 20, undefined] : [30, 30, 10]);
    expect(await mall.deliver('give', gift)).toMatchObject({ ok: true, data: { givingLeft: 30 } });
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect(await linesOf(giver.openId)).toEqual(['give -10', 'give -10', 'give 50', 'spend 20']);
    expect(await linesOf(known.openId)).toEqual(['spend 10', 'spend 20']);
    expect(mall.accountOf(fresh)).toMatchObject({ balance: 10, lifetime: 10 });
  });
  expect(cuts).toBeGreaterThan(8);
});

it('a gift that slept at any request while the sweep delivered it arrives once', async () => {
  for (let request = 1; request <= 10; request += 1) {
    const [giver, known] = [await mall.newcomer(), await mall.newcomer()];
    const isHeld = mall.stage.cloud.faults.line.holdAt(request);
    const giving = mall.deliver('give', giftOf(`p-${giver.name}`, [`p-${known.name}`, `p-new-${giver.name}`]));
    const wakeUp = await isHeld;
    for (let minute = 0; minute < 3; minute += 1) {
      await mall.sweep();
      expect(mall.violations()).toEqual([]);
    }
    wakeUp();
    expect(await giving).toMatchObject({ ok: true, data: { givingLeft: 30 } });
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect({ request, found: mall.violations() }).toEqual({ request, found: [] });
    expect([mall.accountOf(`p-${known.name}`)?.balance, mall.accountOf(`p-new-${giver.name}`)?.balance]).toEqual([
      30, 10,
    ]);
  }
});

it('a sweep killed while it delivers gifts delivers each once in the end', async () => {
  const cuts = await atEveryRequest(async (cut) => {
    const [giver, known] = [await mall.newcomer(), await mall.newcomer()];
    await mall.sweep();
    const gift = giftOf(`p-${giver.name}`, [`p-${known.name}`, `p-late-${giver.name}`]);
    await cutAt(4, 'after', () => mall.deliver('give', gift));
    passTime(120_000);
    await cut(tick);
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect(mall.accountOf(`p-${known.name}`)?.balance).toBe(30);
    expect(mall.accountOf(`p-late-${giver.name}`)?.balance).toBe(10);
  });
  expect(cuts).toBeGreaterThan(10);
});

it('a voiding killed at any request takes the points once, and its repeat says the same', async () => {
  const cuts = await atEveryRequest(async (cut, request) => {
    const { name, openId } = await mall.newcomer();
    await mall.sweep();
    const input = { entryId: `p-${name}.joined`, reason: '重复', requestId: freshRequest() };
    const voidIt = () => mall.ask('o-hr', 'voidEntry', input);
    await cut(voidIt);
    if (request % 2 === 0) await mall.sweep();
    expect(await voidIt()).toMatchObject({ ok: true, data: { taken: 20, missing: 0 } });
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect(await linesOf(openId)).toEqual(['spend -20', 'spend 20']);
  });
  expect(cuts).toBeGreaterThan(4);
});
