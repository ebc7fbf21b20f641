import { cutsOf } from '../../../test/at-every-request';
import { type Mall, nothingOpen, openMall, passTime, stopClock } from '../../../test/mall';
import { main } from '../index';
import { expireAccounts } from './expire';
import { proveAccounts } from './prove';
import { walkNight } from './run';

jest.setTimeout(240_000);
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let mall: Mall;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  mall = await openMall();
});
afterEach(() => mall.close());

const minute = () => mall.stage.runTimer(main, 'minute');
/** The night alone: what the board makes of so many days that pass here is another test's. */
const night = () => walkNight({ expire: expireAccounts, proof: proveAccounts }, new Date());
const linesOf = async (openId: string) =>
  (await mall.tell(openId, 'listLedger', {})).items.map(({ points, to, cause }) => [points, to, cause.kind]);

it('walks over every account, page by page and minute by minute, and once a day', async () => {
  for (let count = 0; count < 230; count += 1) await mall.welcome(`p-many${String(count).padStart(3, '0')}`);
  jest.setSystemTime(new Date('2027-12-01T00:01:00.000+08:00'));
  await minute();
  const runs = mall.stage.cloud.documents('pointRuns').filter(({ day }) => day === '2027-12-01');
  expect(runs).toMatchObject([
    { kind: 'expire', accounts: 230, done: true, counts: { expired: 230 * 20, lapsed: 0, overtaken: 0 } },
    { kind: 'proof', accounts: 230, done: true },
  ]);
  const before = mall.books();
  await minute();
  await Promise.all([minute(), minute()]);
  expect(mall.books()).toEqual(before);
});

it('a night killed at any request, and run by two timers at once, takes out each lot once', async () => {
  const { atEveryRequest } = cutsOf(() => mall);
  const cuts = await atEveryRequest(async (cut) => {
    const { name, openId } = await mall.newcomer();
    await mall.sweep();
    passTime(430 * 24 * 3_600_000);
    await cut(night);
    await Promise.all([night(), night()]);
    await mall.sweep();
    expect(await mall.sweep()).toEqual(nothingOpen);
    expect(mall.accountOf(`p-${name}`)).toMatchObject({ balance: 0, lifetime: 20 });
    expect(await linesOf(openId)).toEqual([
      [-20, 'expired', 'expired'],
      [20, 'person', 'joined'],
    ]);
  });
  expect(cuts).toBeGreaterThan(5);
});
