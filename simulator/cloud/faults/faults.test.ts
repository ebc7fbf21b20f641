import { join } from 'node:path';
import { openNodeSdk } from '../open-node-sdk';
import { type Cloud, startCloud } from '../start-cloud';
import { Faults } from './faults';
import { parseFaults } from './parse-faults';

let cloud: Cloud;
let sdk: ReturnType<typeof openNodeSdk>;

beforeAll(async () => {
  // The SDK's warning about slow requests outlives a request that broke, and the test.
  process.env.SILENCE = 'true';
  cloud = await startCloud({ functionsRoot: join(__dirname, '../functions/fixtures') });
  sdk = openNodeSdk(cloud);
});

afterAll(() => cloud.close());

afterEach(() => cloud.faults.clear());

const visits = () => sdk.database().collection('visits');

test('the same seed gives the same fates, another seed others', () => {
  const draw = (seed: number) => {
    const faults = new Faults();
    faults.set({ errors: 0.3, conflicts: 0.3, lostAnswers: 0.3, latency: { from: 1, to: 9 }, seed });
    return Array.from({ length: 200 }, () => faults.next(true));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('a rate is kept: of 10,000 requests about as many fail as were asked for', () => {
  const faults = new Faults();
  faults.set({ errors: 0.1 });
  const endings = Array.from({ length: 10_000 }, () => faults.next(false).ending);
  const failed = endings.filter((ending) => ending === 'error').length;
  expect(failed).toBeGreaterThan(900);
  expect(failed).toBeLessThan(1100);
});

test('an error comes before the write, a lost answer after it', async () => {
  cloud.faults.set({ errors: 1 });
  await expect(visits().add({ _id: 'never' })).rejects.toMatchObject({ code: 503 });
  cloud.faults.set({ errors: 0, lostAnswers: 1 });
  await expect(visits().add({ _id: 'lost' })).rejects.toThrow();
  cloud.faults.clear();
  const ids = cloud.documents('visits').map(({ _id }) => _id);
  expect(ids).toContain('lost');
  expect(ids).not.toContain('never');
});

test('a conflict ends a transaction with the code of the platform and leaves nothing behind', async () => {
  const transaction = await sdk.database().startTransaction();
  await transaction.collection('visits').add({ _id: 'torn' });
  cloud.faults.set({ conflicts: 1 });
  await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
  cloud.faults.clear();
  await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  expect(cloud.documents('visits').map(({ _id }) => _id)).not.toContain('torn');
});

test('requests outside transactions meet no conflict', async () => {
  cloud.faults.set({ conflicts: 1 });
  await visits().add({ _id: 'outside' });
  expect(cloud.documents('visits').map(({ _id }) => _id)).toContain('outside');
});

test('latency holds every request up', async () => {
  cloud.faults.set({ latency: { from: 150, to: 200 } });
  const began = performance.now();
  await visits().count();
  expect(performance.now() - began).toBeGreaterThan(140);
});

test('a request that hangs is not carried out and ends when the caller gives up', async () => {
  cloud.faults.set({ timeouts: 1 });
  const insert = { action: 'database.insertDocument', collectionName: 'visits', data: ['{"_id":"hung"}'] };
  const sent = fetch(`${cloud.url}/admin`, {
    method: 'POST',
    body: JSON.stringify(insert),
    signal: AbortSignal.timeout(300),
  });
  await expect(sent).rejects.toThrow('timeout');
  expect(cloud.documents('visits').map(({ _id }) => _id)).not.toContain('hung');
});

test('a timer fires twice when it is told to', async () => {
  const invocations = async () =>
    ((await (await fetch(`${cloud.url}/cloud/invocations`)).json()) as { source: string }[]).filter(
      ({ source }) => source === 'wx_trigger',
    ).length;
  const before = await invocations();
  cloud.faults.set({ doubleTimers: true });
  await cloud.clock.advance(24 * 60 * 60 * 1000);
  expect((await invocations()) - before).toBe(2);
});

test('the flag is read, and what it does not know is named', () => {
  expect(parseFaults('conflicts=0.1,latency=50..200,timeouts=.01,doubleTimers,seed=7')).toEqual({
    conflicts: 0.1,
    latency: { from: 50, to: 200 },
    timeouts: 0.01,
    doubleTimers: true,
    seed: 7,
  });
  expect(parseFaults('latency=50')).toEqual({ latency: { from: 50, to: 50 } });
  for (const text of ['nonsense', 'conflicts', 'conflicts=2', 'latency=a', '', 'doubleTimers=1', 'seed=1..2'])
    expect(() => parseFaults(text)).toThrow('is no fault');
});

test('settings out of bounds are refused and change nothing', () => {
  const faults = new Faults();
  for (const wrong of [{ errors: 1.1 }, { errors: Number.NaN }, { latency: { from: 9, to: 1 } }, { seed: 0.5 }])
    expect(() => faults.set(wrong)).toThrow(RangeError);
  expect(faults.settings().errors).toBe(0);
});

describe('the line', () => {
  const visit = (_id: string) => visits().add({ _id });
  const stored = () => cloud.documents('visits').map(({ _id }) => _id);
  afterEach(() => cloud.faults.line.heal());

  test('breaks before a request arrives or after it was carried out, and stays broken until it is healed', async () => {
    cloud.faults.line.breakAt(2, 'before');
    await visit('line-1');
    await expect(visit('line-2')).rejects.toMatchObject({ code: 'LINE_BROKEN' });
    await expect(visit('line-3')).rejects.toMatchObject({ code: 'LINE_BROKEN' });
    expect(cloud.faults.line.heal()).toBe(3);
    cloud.faults.line.breakAt(1, 'after');
    await expect(visit('line-4')).rejects.toMatchObject({ code: 'LINE_BROKEN' });
    await expect(visit('line-5')).rejects.toMatchObject({ code: 'LINE_BROKEN' });
    cloud.faults.line.heal();
    await visit('line-6');
    expect(stored().filter((id) => String(id).startsWith('line-'))).toEqual(['line-1', 'line-4', 'line-6']);
  });

  test('lets nothing else through once it is broken, neither files nor calls of functions', async () => {
    const { fileID } = await sdk.uploadFile({ cloudPath: 'kept.txt', fileContent: Buffer.from('kept') });
    cloud.faults.line.breakAt(1, 'after');
    await expect(visit('line-7')).rejects.toMatchObject({ code: 'LINE_BROKEN' });
    await sdk.deleteFile({ fileList: [fileID] }).catch(() => undefined);
    cloud.faults.line.heal();
    const { fileList } = await sdk.getTempFileURL({ fileList: [fileID] });
    expect(fileList).toMatchObject([{ fileID, code: 'SUCCESS' }]);
  });

  test('holds one request until it is let go, and no other', async () => {
    const held = cloud.faults.line.holdAt(1);
    const slow = visit('slow');
    const letGo = await held;
    await visit('quick');
    expect(stored()).not.toContain('slow');
    letGo();
    await slow;
    expect(stored()).toEqual(expect.arrayContaining(['quick', 'slow']));
  });
});
