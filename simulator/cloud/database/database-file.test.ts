import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '../start-cloud';
import { openDatabaseFile } from './database-file';
import { openSql } from './sql';

const declarations = [{ name: 'notes', collections: { notes: { indexes: [] } } }];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('documents and people are still there after a restart; fresh starts again', async () => {
  const first = await startCloud({ data: folder, declarations });
  await first.seed({ identities: [{ openId: 'o1', name: '周岚' }], collections: { notes: [{ _id: 'a' }] } });
  await first.close();
  const second = await startCloud({ data: folder, declarations });
  expect(second.documents('notes')).toEqual([{ _id: 'a' }]);
  expect(second.identities()).toEqual([{ openId: 'o1', name: '周岚' }]);
  expect(second.isUnplanted()).toBe(false);
  await second.close();
  const third = await startCloud({ data: folder, declarations, fresh: true });
  expect(third.documents('notes')).toEqual([]);
  expect(third.isUnplanted()).toBe(true);
  await third.close();
});

test('a second server on the same folder is refused, the first goes on', async () => {
  const first = await startCloud({ data: folder, declarations });
  await expect(startCloud({ data: folder, declarations, fresh: true })).rejects.toThrow(
    `Another server (process ${process.pid}) is using`,
  );
  await first.seed({ collections: { notes: [{ _id: 'a' }] } });
  expect(first.documents('notes')).toEqual([{ _id: 'a' }]);
  await first.close();
});

test('what is left of a killed server does not keep the next one out', async () => {
  writeFileSync(join(folder, 'server.pid'), `${process.pid}\n`);
  writeFileSync(join(folder, 'server.lock'), '');
  const cloud = await startCloud({ data: folder, declarations });
  await cloud.close();
});

test('a file that is no database is refused and left as it is, fresh or not', async () => {
  const path = join(folder, 'database.sqlite');
  writeFileSync(path, 'my diary');
  for (const fresh of [false, true]) {
    await expect(startCloud({ data: folder, declarations, fresh })).rejects.toThrow('damaged or not a database');
    expect(readFileSync(path, 'utf8')).toBe('my diary');
  }
});

test('a database of another program is refused and left as it is', async () => {
  const path = join(folder, 'database.sqlite');
  const other = openSql(path);
  other.execute('CREATE TABLE theirs (x)');
  other.close();
  const before = readFileSync(path);
  await expect(startCloud({ data: folder, declarations, fresh: true })).rejects.toThrow('database of another program');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a damaged database is refused and left as it is', async () => {
  const cloud = await startCloud({ data: folder, declarations });
  await cloud.seed({
    collections: { notes: Array.from({ length: 2000 }, (_, n) => ({ _id: `n${n}`, text: 'x'.repeat(50) })) },
  });
  await cloud.close();
  const path = join(folder, 'database.sqlite');
  const damaged = readFileSync(path);
  damaged.fill(0x5a, 4096, damaged.length - 4096);
  writeFileSync(path, damaged);
  copyFileSync(path, join(folder, 'copy'));
  await expect(startCloud({ data: folder, declarations })).rejects.toThrow('damaged');
  expect(readFileSync(path).equals(readFileSync(join(folder, 'copy')))).toBe(true);
});

test('an index declared later is built from the documents there are; one no longer declared is dropped', async () => {
  const first = await startCloud({ data: folder, declarations });
  await first.seed({ collections: { notes: Array.from({ length: 1500 }, (_, n) => ({ _id: n, group: n % 500 })) } });
  await first.close();
  const byGroup = [
    {
      name: 'notes',
      collections: { notes: { indexes: [{ name: 'by-group', keys: [['group', 'asc'] as ['group', 'asc']] }] } },
    },
  ];
  const second = await startCloud({ data: folder, declarations: byGroup });
  const request = { action: 'database.calculateDocument', collectionName: 'notes', query: '{"group":3}' };
  const count = async (url: string) =>
    (await fetch(`${url}/admin`, { method: 'POST', body: JSON.stringify(request) })).json();
  expect(await count(second.url)).toMatchObject({ data: { total: 3 } });
  expect(second.requests.list()).toMatchObject([{ index: 'by-group', examined: 3 }]);
  await second.close();
  const third = await startCloud({ data: folder, declarations });
  expect(await count(third.url)).toMatchObject({ message: expect.stringContaining('Strict') });
  await third.close();
});

test('SQLite syncs as it is told to: NORMAL against a killed process, FULL against a power cut', () => {
  for (const [synchronous, level] of [['NORMAL', 1] as const, ['FULL', 2] as const]) {
    const file = openDatabaseFile(folder, { synchronous, fresh: false });
    expect(file.sql.rows('PRAGMA synchronous', [])).toEqual([[level]]);
    file.close();
  }
});

test('a database cut off in the middle is refused and left as it is', async () => {
  const cloud = await startCloud({ data: folder, declarations });
  await cloud.seed({
    collections: { notes: Array.from({ length: 2000 }, (_, n) => ({ _id: `n${n}`, text: 'x'.repeat(50) })) },
  });
  await cloud.close();
  const path = join(folder, 'database.sqlite');
  const half = readFileSync(path).subarray(0, 40_000);
  writeFileSync(path, half);
  await expect(startCloud({ data: folder, declarations, fresh: false })).rejects.toThrow('damaged');
  expect(readFileSync(path).equals(half)).toBe(true);
});
