import { freshRequest, type Mall, nothingOpen, openMall, passTime, stopClock } from '../../../test/mall';

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
});
afterEach(() => mall.close());

const day = 24 * 3_600_000;
const checkIn = (requestId = freshRequest()) => mall.ask('o-lan', 'checkIn', { requestId });

it('gives five points and a line in the ledger that names the day', async () => {
  await mall.welcome('p-lan');
  const answer = await mall.tell('o-lan', 'checkIn', { requestId: freshRequest() });
  expect(answer).toMatchObject({
    gained: 5,
    account: { balance: 25, lifetime: 25, checkedInToday: true, streakDays: 1, today: '2026-11-20' },
  });
  const { items } = await mall.tell('o-lan', 'listLedger', {});
  expect(items[0]).toMatchObject({
    _id: 'p-lan.checkIn.2026-11-20',
    points: 5,
    balanceAfter: 25,
    cause: { kind: 'checkIn', day: '2026-11-20' },
  });
});

it('costs two database requests, three when refused, four without an account, and one more once a day', async () => {
  expect((await mall.stage.counted(() => checkIn())).dbRequests).toBe(1 + 4);
  await mall.tell('o-ming', 'checkIn', { requestId: freshRequest() });
  passTime(day);
  expect((await mall.stage.counted(() => checkIn())).dbRequests).toBe(1 + 2);
  const other = () => mall.ask('o-ming', 'checkIn', { requestId: freshRequest() });
  expect((await mall.stage.counted(other)).dbRequests).toBe(2);
  const refused = await mall.stage.counted(() => checkIn());
  expect(refused.dbRequests).toBe(3);
  expect(refused.result).toMatchObject({ code: 'checked_in_already' });
});

it('is once a day in Shanghai: 23:59:59 and 00:00 are two days, 08:00 and 23:59 are one', async () => {
  stopClock('2026-11-19T15:59:59.999Z');
  expect(await checkIn()).toMatchObject({ ok: true, data: { account: { today: '2026-11-19' } } });
  stopClock('2026-11-19T16:00:00.000Z');
  expect(await checkIn()).toMatchObject({ ok: true, data: { account: { today: '2026-11-20', streakDays: 2 } } });
  stopClock('2026-11-20T15:59:59.999Z');
  expect(await checkIn()).toMatchObject({ code: 'checked_in_already' });
});

it('answers a repeat as the first time, on the next day too, and books nothing', async () => {
  await mall.welcome('p-lan');
  const requestId = freshRequest();
  const first = await checkIn(requestId);
  const repeat = await checkIn(requestId);
  expect(repeat).toEqual({ ...first, traceId: expect.any(String) });
  passTime(day);
  const before = mall.books();
  expect(await checkIn(requestId)).toMatchObject({ ok: true, data: { gained: 5, account: { balance: 25 } } });
  expect(mall.books()).toEqual(before);
});

it('refuses the request id of a redemption', async () => {
  await mall.welcome('p-lan');
  await mall.putOnShelf({ _id: 'mug' });
  const requestId = freshRequest();
  await mall.tell('o-lan', 'redeemGift', { giftId: 'mug', requestId });
  expect(await checkIn(requestId)).toMatchObject({ code: 'request_id_reused' });
});

it('books one of a hundred taps at the same moment', async () => {
  await mall.welcome('p-lan');
  const answers = await Promise.all(Array.from({ length: 100 }, () => checkIn()));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(mall.accountOf('p-lan')?.balance).toBe(25);
});

it('opens one account when the welcome and the first taps arrive together', async () => {
  await Promise.all([checkIn(), mall.welcome('p-lan'), checkIn(), mall.welcome('p-lan')]);
  await mall.welcome('p-lan');
  await checkIn();
  expect(mall.accountOf('p-lan')).toMatchObject({ balance: 25, lifetime: 25, checkInDays: ['2026-11-20'] });
});

it('gives nothing twice when a container lives a day ahead and the next one does not', async () => {
  await mall.welcome('p-lan');
  for (const at of ['2026-11-21T01', '2026-11-20T01', '2026-11-21T02', '2026-11-20T02']) {
    stopClock(`${at}:00:00.000Z`);
    await checkIn();
  }
  expect(mall.accountOf('p-lan')).toMatchObject({ balance: 30, checkInDays: ['2026-11-21', '2026-11-20'] });
  stopClock('2026-11-21T03:00:00.000Z');
  expect(await mall.tell('o-lan', 'readAccount', {})).toMatchObject({ streakDays: 2 });
});

it('waits while 200 movements are still to be written, and goes on at 199', async () => {
  await mall.welcome('p-lan');
  const [account] = mall.books().accounts;
  const [movement] = account?.pending ?? [];
  if (!account || !movement) throw new Error('the stage is not set');
  const { accounts } = await import('../store');
  const many = (count: number) => Array.from({ length: count }, () => movement);
  await accounts.put({ ...account, pending: many(200) });
  expect(await checkIn()).toMatchObject({ code: 'points_busy' });
  await accounts.put({ ...account, pending: many(199) });
  expect(await checkIn()).toMatchObject({ ok: true });
  await accounts.put(account);
});

it('welcomes a person once, however often the fact arrives, for at most three requests', async () => {
  const first = await mall.stage.counted(() => mall.welcome('p-lan'));
  expect(first).toMatchObject({ result: { ok: true }, dbRequests: 1 + 1 });
  const repeat = await mall.stage.counted(() => mall.welcome('p-lan'));
  expect(repeat).toMatchObject({ result: { ok: true }, dbRequests: 3 });
  await checkIn();
  await mall.tell('o-ming', 'checkIn', { requestId: freshRequest() });
  const late = await mall.stage.counted(() => mall.welcome('p-ming'));
  expect(late).toMatchObject({ result: { ok: true }, dbRequests: 2 });
  expect(mall.accountOf('p-ming')).toMatchObject({ balance: 25, lifetime: 25, welcomed: true });
  const { items } = await mall.tell('o-ming', 'listLedger', {});
  expect(items.map(({ cause }) => cause.kind)).toEqual(['joined', 'checkIn']);
});
