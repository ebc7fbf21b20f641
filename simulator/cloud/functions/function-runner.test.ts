import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../start-cloud';
import { LOCAL_APP_ID } from './function-runner';
import type { InvocationRecord } from './invocation-log';

const FIXTURES = join(__dirname, 'fixtures');
let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ functionsRoot: FIXTURES, environment: { GREETING: 'hello', OTHER: 'x' } });
});

afterAll(() => cloud.close());

/** Clouds of single tests, closed also when the test fails: an open server would keep Jest waiting. */
const extra: Cloud[] = [];

afterEach(async () => {
  for (const each of extra.splice(0)) await each.close();
});

test('a function gets what it was sent, and null comes back when it returns nothing', async () => {
  expect(await cloud.call('o1', 'node', { a: [1] })).toEqual({ result: { a: [1] }, requestID: expect.any(String) });
  expect(await cloud.call('o1', 'node', { deed: 'nothing' })).toMatchObject({ result: null });
});

test('both SDKs know the caller', async () => {
  expect(await cloud.call('o1', 'node', { deed: 'who' })).toMatchObject({
    result: { openId: 'o1', appId: LOCAL_APP_ID },
  });
  expect(await cloud.call('o2', 'wx', {})).toMatchObject({
    result: { OPENID: 'o2', APPID: LOCAL_APP_ID, SOURCE: 'wx_client' },
  });
});

test('callers at the same time are kept apart and share at most four processes', async () => {
  const people = Array.from({ length: 24 }, (_, number) => `person-${number}`);
  const answers = await Promise.all(people.map((openId) => cloud.call(openId, 'node', { deed: 'visit' })));
  const seen = answers.map((answer) =>
    'result' in answer ? (answer.result as { before: string; after: string; process: number }) : undefined,
  );
  expect(seen.map((each) => each?.before)).toEqual(people);
  expect(seen.map((each) => each?.after)).toEqual(people);
  expect(new Set(seen.map((each) => each?.process)).size).toBeLessThanOrEqual(4);
  expect(cloud.documents('visits')).toHaveLength(24);
});

test('a timer has no caller, not even the one of the call before', async () => {
  const single = await openSingle();
  await single.call('o1', 'node', { deed: 'who' });
  expect(await single.runTimer('node', 'sweep')).toMatchObject({
    result: { Type: 'Timer', TriggerName: 'sweep', Time: expect.stringMatching(/^\d{4}-/), openId: null },
  });
  await expect(single.runTimer('node', 'unknown')).rejects.toThrow('declares no timer');
});

test('the person and the chain of callers go with a call from function to function', async () => {
  expect(await cloud.call('o7', 'node', { deed: 'call', name: 'wx' })).toMatchObject({
    result: { OPENID: 'o7', SOURCE: 'wx_client,scf' },
  });
  const missing = await cloud.call('o7', 'node', { deed: 'call', name: 'nobody' });
  expect(missing).toMatchObject({ result: { code: 'FUNCTION_NOT_FOUND' } });
});

test('the context tells memory, time limit and request', async () => {
  expect(await cloud.call('o1', 'node', { deed: 'context' })).toMatchObject({
    result: { memory_limit_in_mb: 128, time_limit_in_ms: 1000, function_name: 'node', request_id: expect.any(String) },
  });
});

test('functions see the variables they declare and nothing of the developer', async () => {
  process.env.SECRET_OF_THE_DEVELOPER = 'secret';
  expect(await cloud.call('o1', 'node', { deed: 'environment', name: 'GREETING' })).toMatchObject({ result: 'hello' });
  expect(await cloud.call('o1', 'node', { deed: 'environment', name: 'OTHER' })).toMatchObject({ result: null });
  const logs = await (await fetch(`${cloud.url}/cloud/logs`)).json();
  const text = 'These variables are declared but not set: FORGOTTEN';
  expect(logs).toContainEqual(expect.objectContaining({ functionName: 'node', text }));
  expect(await cloud.call('o1', 'node', { deed: 'environment', name: 'SECRET_OF_THE_DEVELOPER' })).toMatchObject({
    result: null,
  });
  expect(await cloud.call('o1', 'node', { deed: 'environment', name: 'TZ' })).toMatchObject({ result: 'UTC' });
});

test("failures carry the platform's codes", async () => {
  expect(await cloud.call('o1', 'node', { deed: 'fail' })).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('functions execute fail | errMsg: RangeError: out of reach'),
  });
  expect(await cloud.call('o1', 'node', { deed: 'exit' })).toMatchObject({ errCode: -504002 });
  expect(await cloud.call('o1', 'broken', {})).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('a-package-that-is-not-there'),
  });
  expect(await cloud.call('o1', 'nobody', {})).toMatchObject({
    errCode: -501000,
    errMsg: expect.stringContaining('could not be found'),
  });
});

test('a function that takes too long is killed and the next call is answered by another process', async () => {
  const single = await openSingle();
  const before = await single.call('o1', 'node', { deed: 'process' });
  const began = Date.now();
  expect(await single.call('o1', 'node', { deed: 'hang' })).toMatchObject({
    errCode: -504003,
    errMsg: expect.stringContaining('timed out after 1 seconds'),
  });
  expect(Date.now() - began).toBeLessThan(3000);
  const after = await single.call('o1', 'node', { deed: 'process' });
  expect(after).toMatchObject({ result: expect.any(Number) });
  expect('result' in before && 'result' in after && before.result === after.result).toBe(false);
});

test.each(['fillHeap', 'fillBuffers'])(
  'a function that takes more memory than it declares is ended (%s) and the next call is answered',
  async (deed) => {
    const single = await openSingle();
    expect(await single.call('o1', 'node', { deed })).toMatchObject({
      errMsg: expect.stringContaining('The function needs more than its 128 MB of memory'),
    });
    const ended = await recordedInvocations(single);
    expect(ended.at(-1)).toMatchObject({ functionName: 'node', code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' });
    expect(await single.call('o1', 'node', { deed: 'process' })).toMatchObject({ result: expect.any(Number) });
  },
);

test('every invocation is recorded with its caller, its time and whether a process was started for it', async () => {
  const single = await openSingle();
  await single.call('o1', 'node', {});
  await single.call('o2', 'node', { deed: 'fail' });
  expect(await recordedInvocations(single)).toMatchObject([
    { functionName: 'node', openId: 'o1', source: 'wx_client', cold: true, millis: expect.any(Number) },
    { functionName: 'node', openId: 'o2', cold: false, code: 'FUNCTIONS_EXECUTE_FAIL' },
  ]);
});

test('more than 100 KB in or 1 MB out is refused', async () => {
  expect(await cloud.call('o1', 'node', { text: 'x'.repeat(100 * 1024) })).toMatchObject({
    errMsg: expect.stringContaining('data exceed max size'),
  });
  expect(await cloud.call('o1', 'node', { deed: 'large' })).toMatchObject({ errCode: -504002 });
});

test('requests to the database name the invocation that made them', async () => {
  cloud.requests.clear();
  const answer = await cloud.call('o1', 'node', { deed: 'visit' });
  const traceId = 'requestID' in answer ? answer.requestID : undefined;
  expect(cloud.requests.list()).toMatchObject([
    { action: 'database.insertDocument', collection: 'visits', traceId },
    { action: 'phone.callFunction', collection: 'node', traceId },
  ]);
});

test('what functions print can be read', async () => {
  await cloud.call('o1', 'node', { deed: 'print' });
  const logs = (await (await fetch(`${cloud.url}/cloud/logs`)).json()) as { functionName: string; text: string }[];
  expect(logs).toContainEqual(expect.objectContaining({ functionName: 'node', text: 'printed by the function' }));
});

test('a rebuilt function is loaded again, its new collections and indexes too', async () => {
  const root = mkdtempSync(join(tmpdir(), 'functions-'));
  cpSync(join(FIXTURES, 'wx'), join(root, 'greet'), { recursive: true });
  const entry = join(root, 'greet', 'index.js');
  writeFileSync(entry, 'exports.main = () => "old";');
  const rebuilding = await startCloud({ functionsRoot: root });
  extra.push(rebuilding);
  expect(await rebuilding.call('o1', 'greet', {})).toMatchObject({ result: 'old' });
  writeFileSync(entry, readFileSync(entry, 'utf8').replace('old', 'new'));
  writeFileSync(join(root, 'greet', 'function.json'), JSON.stringify({ name: 'greet', collections: { added: {} } }));
  await waitFor(() => rebuilding.collections().includes('added'));
  expect(await rebuilding.call('o1', 'greet', {})).toMatchObject({ result: 'new' });
  rmSync(join(root, 'greet'), { recursive: true });
  mkdirSync(join(root, 'again'));
  writeFileSync(join(root, 'again', 'index.js'), 'exports.main = () => "again";');
  await waitForCall(rebuilding, 'again');
  expect(await rebuilding.call('o1', 'greet', {})).toMatchObject({ errCode: -501000 });
  rmSync(root, { recursive: true });
});

test('a declaration that makes no sense is refused with a sentence', async () => {
  const root = mkdtempSync(join(tmpdir(), 'functions-'));
  cpSync(join(FIXTURES, 'wx'), join(root, 'late'), { recursive: true });
  writeFileSync(
    join(root, 'late', 'function.json'),
    JSON.stringify({ name: 'late', timers: [{ name: 't', cron: '5 * *' }] }),
  );
  await expect(startCloud({ functionsRoot: root })).rejects.toThrow('the timer "t" has no valid cron of seven fields');
  rmSync(root, { recursive: true });
});

/** One process a function, so that one call meets what the call before left behind. */
async function openSingle(): Promise<Cloud> {
  const single = await startCloud({ functionsRoot: FIXTURES, instancesPerFunction: 1 });
  extra.push(single);
  return single;
}

async function recordedInvocations(from: Cloud): Promise<InvocationRecord[]> {
  return (await (await fetch(`${from.url}/cloud/invocations`)).json()) as InvocationRecord[];
}

async function waitForCall(rebuilding: Cloud, name: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ('result' in (await rebuilding.call('o1', name, {}))) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${name} was never loaded`);
}

async function waitFor(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(condition()).toBe(true);
}
