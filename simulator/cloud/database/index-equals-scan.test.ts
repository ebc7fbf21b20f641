import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexDeclaration } from '../function-declaration';
import { Database } from './database';
import { type DatabaseFile, openDatabaseFile } from './database-file';
import type { Document } from './document';
import { documentOf } from './find-documents';
import type { SortOrder } from './plan-query';
import { compareRandomSearches } from './random-searches';

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
let file: DatabaseFile;

beforeAll(() => {
  file = openDatabaseFile(folder, { synchronous: 'OFF', fresh: false });
});

afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every search finds through the indexes what a full scan finds, in the same order', async () => {
  const database = new Database(file.sql, file.path, { strict: false, now: () => new Date() });
  const { searches, indexed, branched } = await compareRandomSearches(database, 120);
  expect(searches).toBeGreaterThan(1000);
  expect(indexed / searches).toBeGreaterThan(0.4);
  expect(branched).toBeGreaterThan(100);
}, 60_000);

test('two bounds may be met by two elements of one array', async () => {
  const database = new Database(file.sql, file.path, { strict: false, now: () => new Date() });
  database.declare({ straddling: { indexes: [{ name: 'by-a', keys: [['a', 'asc']] }] } });
  await database.insert('straddling', [
    { _id: 1, a: [0, 9] },
    { _id: 2, a: [0, 1] },
  ]);
  const search = { filter: { a: { $gt: 4, $lt: 5 } }, sort: [], skip: 0, limit: 10 };
  expect(database.find('straddling', search).rows.map((row) => documentOf(row)._id)).toEqual([1]);
});

test('of several bounds on one field the narrowest is read from the index', async () => {
  const database = new Database(file.sql, file.path, { strict: false, now: () => new Date() });
  database.declare({ bounded: { indexes: [{ name: 'by-n', keys: [['n', 'asc']] }] } });
  await database.insert(
    'bounded',
    Array.from({ length: 100 }, (_, n) => ({ _id: n, n })),
  );
  const filter = { $and: [{ n: { $gte: 10 } }, { n: { $lte: 90 } }, { n: { $gt: 50 } }, { n: { $lt: 53 } }] };
  const { rows, cost } = database.find('bounded', { filter, sort: [['n', 1]], skip: 0, limit: 10 });
  expect(rows.map((row) => documentOf(row)._id)).toEqual([51, 52]);
  expect(cost).toEqual({ index: 'by-n', examined: 2 });
});

test('a search that reads many slices misses nothing and repeats nothing, in either direction', async () => {
  const database = new Database(file.sql, file.path, { strict: false, now: () => new Date() });
  database.declare({
    long: {
      indexes: [
        { name: 'by-group', keys: [['group', 'asc']] },
        { name: 'by-list', keys: [['list', 'asc']] },
      ],
    },
  });
  await database.insert(
    'long',
    Array.from({ length: 1000 }, (_, n) => ({ _id: n, group: n % 2, n, list: [n % 3, -(n % 3)] })),
  );
  const odd = { n: { $mod: [2, 1] } };
  const found = (filter: Document, sort: SortOrder) =>
    database.find('long', { filter, sort, skip: 1, limit: 1000 }).rows.map((row) => documentOf(row)._id);
  const expected = Array.from({ length: 499 }, (_, n) => 2 * n + 3);
  expect(found(odd, [])).toEqual(expected);
  expect(found(odd, [['_id', 1]])).toEqual(expected);
  expect(found(odd, [['_id', -1]])).toEqual(expected.map((id) => id - 2).reverse());
  expect(found({ group: 1, ...odd }, [['group', -1]])).toHaveLength(499);
  expect(new Set(found({ list: { $in: [1, -1, 2] }, ...odd }, [])).size).toBe(332);
});

test('an $or reads the index of each branch, in the order asked for, and stops at the limit', async () => {
  const database = new Database(file.sql, file.path, { strict: true, now: () => new Date() });
  const down = (path: string): IndexDeclaration => ({
    name: `by-${path}`,
    keys: [
      [path, 'asc'],
      ['n', 'desc'],
    ],
  });
  database.declare({ branched: { indexes: [down('owner'), down('buyer')] } });
  const documents = Array.from({ length: 3000 }, (_, n) => ({ _id: n, owner: n % 3, buyer: n % 5, n }));
  await database.insert('branched', documents);
  const filter = { $or: [{ owner: 1 }, { buyer: 2 }] };
  const { rows, cost } = database.find('branched', { filter, sort: [['n', -1]], skip: 1, limit: 4 });
  expect(rows.map((row) => documentOf(row)._id)).toEqual([2997, 2995, 2992, 2989]);
  expect(cost.index).toBe('by-owner + by-buyer');
  expect(cost.examined).toBeLessThan(10);
  expect(database.count('branched', filter).total).toBe(1400);
  const unserved = { $or: [{ owner: 1 }, { n: 2 }] };
  expect(() => database.find('branched', { filter: unserved, sort: [], skip: 0, limit: 4 })).toThrow('Strict');
});

test('behind one value of an array, and behind each of several values, an index gives the order', async () => {
  const database = new Database(file.sql, file.path, { strict: true, now: () => new Date() });
  const behind = (path: string): IndexDeclaration => ({
    name: `by-${path}`,
    keys: [
      [path, 'asc'],
      ['n', 'asc'],
    ],
  });
  database.declare({ tagged: { indexes: [behind('tags'), behind('owner')] } });
  const documents = Array.from({ length: 3000 }, (_, n) => ({ _id: n, tags: ['all', `t${n % 3}`], owner: n % 5, n }));
  await database.insert('tagged', documents);
  const found = (filter: Document, sort: SortOrder) => {
    const { rows, cost } = database.find('tagged', { filter, sort, skip: 0, limit: 3 });
    return { ids: rows.map((row) => documentOf(row)._id), examined: cost.examined };
  };
  expect(found({ tags: 't1', n: { $lt: 2000 } }, [['n', -1]])).toEqual({ ids: [1999, 1996, 1993], examined: 3 });
  expect(found({ owner: { $in: [1, 3] } }, [['n', 1]])).toEqual({ ids: [1, 3, 6], examined: 3 });
  // What has both comes from both, and counts once as found.
  expect(found({ tags: { $in: ['all', 't2'] } }, [['n', -1]])).toMatchObject({ ids: [2999, 2998, 2997] });
  expect(found({ tags: { $in: ['all', 't2'] } }, [['n', -1]]).examined).toBeLessThan(8);
  // The order of an array is that of its least element, which another value of the filter says nothing about.
  expect(found({ tags: 't1' }, [['tags', 1]]).examined).toBe(1000);
  // Reading value by value is for the sake of the order only.
  expect(found({ tags: { $in: ['all', 't2'] } }, [['owner', 1]]).examined).toBe(3000);
});

test('an index knows of each path that arrays stand there, in whatever order they came', async () => {
  const database = new Database(file.sql, file.path, { strict: true, now: () => new Date() });
  const keys: IndexDeclaration['keys'] = [
    ['tag', 'asc'],
    ['n', 'asc'],
  ];
  database.declare({ mixed: { indexes: [{ name: 'by-tag', keys }] } });
  const documents = [
    { _id: 1, tag: 'x', n: [0, 9] },
    { _id: 2, tag: ['x'], n: 5 },
    { _id: 3, tag: 'x', n: 7 },
  ];
  for (const document of documents) await database.insert('mixed', [document]);
  const search = { filter: { tag: 'x', n: { $lt: 8 } }, sort: [['n', -1]] as SortOrder, skip: 0, limit: 3 };
  const ids = (opened: Database) => opened.find('mixed', search).rows.map((row) => documentOf(row)._id);
  expect(ids(database)).toEqual([1, 3, 2]);
  const again = () => new Database(file.sql, file.path, { strict: true, now: () => new Date() });
  expect(ids(again())).toEqual([1, 3, 2]);
  // A file of before knew only that there are arrays, not where.
  file.sql.run('UPDATE indexes SET multikey = 1 WHERE collection = ?', ['mixed']);
  expect(ids(again())).toEqual([1, 3, 2]);
});

test('an empty list finds nothing', async () => {
  const database = new Database(file.sql, file.path, { strict: false, now: () => new Date() });
  database.declare({ listed: { indexes: [{ name: 'by-a', keys: [['a', 'asc']] }] } });
  await database.insert('listed', [{ _id: 1, a: 1 }]);
  expect(database.find('listed', { filter: { a: { $in: [] } }, sort: [], skip: 0 }).rows).toEqual([]);
});
