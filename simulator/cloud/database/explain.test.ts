import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from './database';
import { type DatabaseFile, openDatabaseFile } from './database-file';
import { explainQuery } from './explain';

const folder = mkdtempSync(join(tmpdir(), 'explain-'));
let file: DatabaseFile;
let database: Database;

beforeAll(async () => {
  file = openDatabaseFile(folder, { synchronous: 'OFF', fresh: false });
  database = new Database(file.sql, file.path, { strict: true, now: () => new Date() });
  const indexes = [
    {
      name: 'by-owner-n',
      keys: [
        ['owner', 'asc'],
        ['n', 'desc'],
      ] as ['owner' | 'n', 'asc' | 'desc'][],
    },
    { name: 'by-tag', keys: [['tags', 'asc']] as ['tags', 'asc'][] },
  ];
  database.declare({ notes: { indexes }, small: {} });
  const notes = Array.from({ length: 1200 }, (_, n) => ({ _id: n, owner: `o${n % 4}`, n, tags: [n % 3, n % 5] }));
  await database.insert('notes', notes);
});

afterAll(async () => {
  await database.close();
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an explanation names the index, the ranges read and what was examined', async () => {
  const query = { owner: 'o1', n: { $gte: 10, $lt: 100 } };
  expect(await explainQuery(database, { collection: 'notes', query, order: { n: -1 }, limit: 5 })).toEqual({
    index: 'by-owner-n',
    ranges: [{ 'by-owner-n': { owner: ['["o1", "o1"]'], n: ['[10, 100)'] } }],
    examined: 5,
    returned: 5,
    sorted: true,
    millis: expect.any(Number),
  });
});

test('an order that the index does not give is told', async () => {
  const explained = await explainQuery(database, {
    collection: 'notes',
    query: { owner: 'o1' },
    order: { tags: 1 },
    limit: 5,
  });
  expect(explained).toMatchObject({ index: 'by-owner-n', examined: 300, returned: 5, sorted: false });
});

test('of two bounds on an array field only the lower one is read from the index', async () => {
  const { ranges } = await explainQuery(database, { collection: 'notes', query: { tags: { $gt: 3, $lt: 5 } } });
  expect(ranges).toEqual([{ 'by-tag': { tags: ['(3, …)'] } }]);
});

test('without an index the whole collection is read, and a large one is refused with the index it needs', async () => {
  const small = await explainQuery(database, { collection: 'small', query: { x: 1 } });
  expect(small).toMatchObject({ ranges: [], examined: 0, returned: 0 });
  expect(small).not.toHaveProperty('index');
  await expect(explainQuery(database, { collection: 'notes', query: { n: 5 } })).rejects.toThrow('[["n","asc"]]');
});
