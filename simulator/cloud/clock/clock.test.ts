import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNodeSdk } from '../open-node-sdk';
import { type Cloud, startCloud } from '../start-cloud';
import { morningAfter, parseMoment } from './moments';

const CHRISTMAS_EVE = new Date('2026-12-24T09:00:00+08:00');
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let root: string;
let cloud: Cloud;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'clock-'));
  writeFunction(
    'watch',
    `const loadedAt = Date.now();
     exports.main = async (event) => {
       if (event.Type === 'Timer') { console.log(event.TriggerName + ' ' + event.Time); return event; }
       const began = performance.now();
       await new Promise((resolve) => setTimeout(resolve, 20));
       const waited = performance.now() - began;
       class Day extends Date {}
       return { now: Date.now(), made: new Date().getTime(), text: Date(), loadedAt, waited,
          fixed: new Date(5).getTime(),
         same: new Date().constructor === Date && new Date() instanceof Date, derived: new Day(7).getTime() };
     };`,
    {
      timers: [
        { name: 'daily', cron: '0 0 2 * * * *' },
        { name: 'yearly', cron: '0 0 0 1 1 * *' },
      ],
    },
  );
  cloud = await startCloud({ functionsRoot: root, startAt: CHRISTMAS_EVE, instancesPerFunction: 1 });
});

afterAll(async () => {
  await cloud.close();
  rmSync(root, { recursive: true });
});

function writeFunction(name: string, script: string, declaration: object): void {
  cpSync(join(__dirname, '../functions/fixtures/wx'), join(root, name), { recursive: true });
  writeFileSync(join(root, name, 'index.js'), script);
  const collections = { notes: {} };
  writeFileSync(join(root, name, 'function.json'), JSON.stringify({ name, collections, ...declaration }));
}

interface Seen {
  now: number;
  made: number;
  text: string;
  loadedAt: number;
  waited: number;
  fixed: number;
  same: boolean;
  derived: number;
}

async function look(): Promise<Seen> {
  const answer = await cloud.call('o1', 'watch', {});
  if (!('result' in answer)) throw new Error(answer.errMsg);
  return answer.result as Seen;
}

async function firings(of = cloud): Promise<string[]> {
  const logs = (await (await fetch(`${of.url}/cloud/logs`)).json()) as { text: string }[];
  return logs.map(({ text }) => text).filter((text) => /^(daily|yearly) /.test(text));
}

test('the clock starts where it is told and functions see it, also while they load', async () => {
  const seen = await look();
  for (const instant of [seen.now, seen.made, seen.loadedAt, Date.parse(seen.text)]) {
    expect(Math.abs(instant - CHRISTMAS_EVE.getTime())).toBeLessThan(MINUTE_MS);
  }
});

test('only the present is moved: given dates, subclasses and waiting stay as they are', async () => {
  expect(await look()).toMatchObject({ fixed: 5, same: true, derived: 7 });
  const { waited } = await look();
  expect(waited).toBeGreaterThan(15);
  expect(waited).toBeLessThan(5000);
});

test('a process that is already warm sees a later move, and time runs on from there', async () => {
  const before = await look();
  await cloud.clock.advance(40 * DAY_MS);
  const after = await look();
  expect(after.loadedAt).toBe(before.loadedAt);
  expect(after.now - before.now).toBeGreaterThanOrEqual(40 * DAY_MS);
  expect((await look()).now).toBeGreaterThan(after.now);
});

test('a jump fires every timer that was due in between once, at its last time', async () => {
  await cloud.clock.set(CHRISTMAS_EVE);
  const before = await firings();
  await cloud.clock.set(new Date('2027-01-03T09:00:00+08:00'));
  expect((await firings()).slice(before.length).sort()).toEqual([
    'daily 2027-01-02T18:00:00.000Z',
    'yearly 2026-12-31T16:00:00.000Z',
  ]);
  await cloud.clock.set(CHRISTMAS_EVE);
  expect((await firings()).length).toBe(before.length + 2);
  await cloud.clock.set(new Date('2026-12-25T01:59:59+08:00'));
  expect((await firings()).length).toBe(before.length + 2);
  await cloud.clock.set(new Date('2026-12-25T02:00:00+08:00'));
  expect((await firings()).at(-1)).toBe('daily 2026-12-24T18:00:00.000Z');
});

test('timers that are off fire by hand alone, however far the clock is moved', async () => {
  const counting = await startCloud({ functionsRoot: root, startAt: CHRISTMAS_EVE, timers: false });
  try {
    await counting.clock.set(new Date('2027-01-03T09:00:00+08:00'));
    expect(await firings(counting)).toEqual([]);
    await counting.runTimer('watch', 'daily');
    expect(await firings(counting)).toEqual([expect.stringMatching(/^daily 2027-01-03T01:00/)]);
  } finally {
    await counting.close();
  }
});

test("the database's own dates follow the clock; links and transactions keep real time", async () => {
  const sdk = openNodeSdk(cloud);
  await cloud.clock.set(CHRISTMAS_EVE);
  const { fileID } = await sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') });
  const link = (await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })).fileList[0]?.tempFileURL ?? '';
  const db = sdk.database();
  const transaction = await db.startTransaction();
  await transaction.collection('notes').add({ at: db.serverDate() });
  await cloud.clock.advance(DAY_MS);
  expect((await fetch(link)).status).toBe(200);
  await transaction.collection('notes').add({ at: db.serverDate() });
  await transaction.commit();
  const days = cloud.documents('notes').map(({ at }) => (at instanceof Date ? at.toISOString().slice(0, 10) : at));
  expect(days).toEqual(['2026-12-24', '2026-12-25']);
});

test('an update that writes the current date writes that of the clock', async () => {
  await cloud.clock.set(CHRISTMAS_EVE);
  await cloud.seed({ collections: { notes: [{ _id: 'dated' }] } });
  const update = {
    action: 'database.modifyDocument',
    collectionName: 'notes',
    query: '{"_id":"dated"}',
    data: '{"$currentDate":{"at":true}}',
    merge: true,
  };
  await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(update) });
  const at = cloud.documents('notes').find(({ _id }) => _id === 'dated')?.at;
  expect(at instanceof Date && at.toISOString().slice(0, 10)).toBe('2026-12-24');
});

test('the clock goes back to real time', async () => {
  await cloud.clock.followRealTime();
  expect(Math.abs((await look()).now - Date.now())).toBeLessThan(MINUTE_MS);
  expect(cloud.clock.shiftMs).toBe(0);
});

test.each([
  ['2026-12-24T09:00:00+08:00', 1, '2026-12-25T01:00:00.000Z'],
  ['2026-12-24T23:59:00+08:00', 1, '2026-12-25T01:00:00.000Z'],
  ['2026-12-25T00:00:00+08:00', 30, '2027-01-24T01:00:00.000Z'],
])('from %s, %i days on it is nine in the morning in Shanghai', (from, days, expected) => {
  expect(morningAfter(new Date(from), days).toISOString()).toBe(expected);
});

test('a moment without a zone is none', () => {
  expect(parseMoment('2026-12-24T09:00:00+08:00')).toEqual(CHRISTMAS_EVE);
  for (const text of ['2026-12-24T09:00:00', 'tomorrow', '2026-13-24T09:00:00Z', '']) {
    expect(parseMoment(text)).toBeUndefined();
  }
});
