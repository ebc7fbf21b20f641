import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObjectId } from 'bson';
import fc from 'fast-check';
import type { IndexDeclaration } from '../function-declaration';
import { compileFilter } from './compile-filter';
import { Database } from './database';
import { type DatabaseFile, openDatabaseFile } from './database-file';
import { copyDocument, type Document } from './document';
import { documentOf } from './find-documents';
import type { SortOrder } from './plan-query';
import { nameIndexes, planSearch } from './plan-search';
import { sortDocuments } from './sort-documents';
import { sameValue } from './sort-key';

/** Few values of every kind, so that random documents and random conditions meet. */
const scalar = fc.constantFrom<unknown>(
  null,
  -1,
  0,
  1,
  1.5,
  2,
  Number.NaN,
  '',
  'a',
  'a\0',
  'a\0b',
  'ab',
  'b',
  '中',
  true,
  false,
  new Date(0),
  new Date(5),
  new ObjectId('507f1f77bcf86cd799439011'),
);
const value = fc.oneof(
  { weight: 8, arbitrary: scalar },
  { weight: 3, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) },
);
const fields = fc.record(
  {
    a: value,
    b: value,
    c: scalar,
    n: fc.oneof(
      fc.record({ x: value, y: scalar }, { requiredKeys: [] }),
      fc.array(fc.record({ x: scalar }), { maxLength: 2 }),
      scalar,
    ),
  },
  { requiredKeys: [] },
);

const INDEXES: IndexDeclaration[] = [
  { name: 'by-a', keys: [['a', 'asc']] },
  {
    name: 'by-a-b-down',
    keys: [
      ['a', 'asc'],
      ['b', 'desc'],
    ],
  },
  {
    name: 'by-c-id',
    keys: [
      ['c', 'asc'],
      ['_id', 'asc'],
    ],
  },
  {
    name: 'by-c-down-a',
    keys: [
      ['c', 'desc'],
      ['a', 'asc'],
    ],
  },
  {
    name: 'by-nested',
    keys: [
      ['n.x', 'asc'],
      ['c', 'asc'],
    ],
  },
];

const path = fc.constantFrom('a', 'b', 'c', 'n.x', 'n.y', '_id');
const range = fc
  .oneof(
    fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar).map((bound) => [bound]),
    fc.tuple(fc.tuple(fc.constantFrom('$gt', '$gte'), scalar), fc.tuple(fc.constantFrom('$lt', '$lte'), scalar)),
  )
  .map((bounds) => Object.fromEntries(bounds) as Document);
const condition = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 3, arbitrary: range },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof({ weight: 9, arbitrary: scalar }, { weight: 1, arbitrary: fc.constant(/^a/) }), { maxLength: 3 })
      .map(($in) => ({ $in })),
  },
  { weight: 1, arbitrary: scalar.map(($ne) => ({ $ne })) },
  { weight: 1, arbitrary: fc.boolean().map(($exists) => ({ $exists })) },
);
const simple = fc
  .array(fc.tuple(path, condition), { maxLength: 3 })
  .map((pairs) => Object.fromEntries(pairs) as Document);
/** A branch of an `$or` that some index serves. */
const narrow = fc
  .tuple(fc.constantFrom('a', 'c', 'n.x', '_id'), fc.oneof(scalar, range), simple)
  .map(([name, wanted, rest]) => ({ ...rest, [name]: wanted }));
const filter = fc.oneof(
  { weight: 5, arbitrary: simple },
  { weight: 1, arbitrary: fc.tuple(simple, simple).map(([left, right]) => ({ $and: [left, right] })) },
  {
    weight: 1,
    arbitrary: fc.tuple(simple, simple, simple).map(([left, right, rest]) => ({ $or: [left, right], ...rest })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.array(narrow, { minLength: 1, maxLength: 3 }), fc.constantFrom<Document>({}, { 'n.y': { $ne: 1 } }))
      .map(([$or, rest]) => ({ $and: [{ $or }, rest] })),
  },
);
const sort = fc
  .uniqueArray(fc.tuple(path, fc.constantFrom<1 | -1>(1, -1)), { maxLength: 2, selector: ([name]) => name })
  .map((order): SortOrder => order);

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
let file: DatabaseFile;

beforeAll(() => {
  file = openDatabaseFile(folder, { synchronous: 'OFF', fresh: false });
});

afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The whole collection, filtered and sorted without any index. */
function scan(
  documents: Document[],
  search: { filter: Document; sort: SortOrder; skip: number; limit: number },
): unknown[] {
  const found = documents.filter(compileFilter(search.filter));
  const ordered = sortDocuments(found, search.sort, (document) => document);
  return ordered.slice(search.skip, search.skip + search.limit).map(({ _id }) => _id);
}

/** Ties may come in any order, so only an order made total by `_id` has one right answer. */
function total(order: SortOrder): SortOrder {
  return order.some(([name]) => name === '_id') ? order : [...order, ['_id', 1]];
}

let collections = 0;
let queries = 0;
let indexed = 0;
let branched = 0;

test('every query finds through the indexes what a full scan finds, in the same order', async () => {
  const database = new Database(file.sql, file.path, { strict: false, now: () => new Date() });
  const query = fc.record({ filter, sort, skip: fc.constantFrom(0, 0, 3), limit: fc.constantFrom(1, 5, 1000) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fields, { minLength: 1, maxLength: 25 }),
      fc.array(fc.tuple(fc.nat(24), fields), { maxLength: 5 }),
      fc.array(query, { minLength: 20, maxLength: 20 }),
      async (documents, replacements, searches) => {
        const name = `c${++collections}`;
        database.declare({ [name]: { indexes: INDEXES } });
        await database.insert(
          name,
          documents.map((document, _id) => ({ _id, ...document })),
        );
        for (const [at, replacement] of replacements) {
          const change = {
            filter: { _id: at },
            update: copyDocument(replacement),
            replace: true,
            multi: false,
            upsert: false,
          };
          if (at % 5 === 0) await database.remove(name, { _id: at }, false);
          else await database.modify(name, change);
        }
        const stored = database.all(name);
        for (const search of searches) {
          const exact = { ...search, sort: total(search.sort) };
          const found = database.find(name, exact).rows.map((row) => documentOf(row)._id);
          expect(found).toEqual(scan(stored, exact));
          expectSorted(database.find(name, search).rows.map(documentOf), search.sort);
          expect(database.count(name, search.filter).total).toBe(stored.filter(compileFilter(search.filter)).length);
          queries++;
          const planned = planSearch(database.catalog.need(name), search.filter, search.sort);
          if (nameIndexes(planned) !== undefined) indexed++;
          if (planned.plans.length > 1) branched++;
        }
      },
    ),
    { numRuns: 120 },
  );
  expect(queries).toBeGreaterThan(1000);
  expect(indexed / queries).toBeGreaterThan(0.4);
  expect(branched).toBeGreaterThan(100);
}, 60_000);

/** Without a total order the answer must still be sorted by what was asked. */
function expectSorted(documents: Document[], order: SortOrder): void {
  const resorted = sortDocuments([...documents], order, (document) => document);
  for (const [position, document] of documents.entries()) {
    expect(sameValue(document._id, resorted[position]?._id)).toBe(true);
  }
}

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

test('an empty list finds nothing', async () => {
  const database = new Database(file.sql, file.path, { strict: false, now: () => new Date() });
  database.declare({ listed: { indexes: [{ name: 'by-a', keys: [['a', 'asc']] }] } });
  await database.insert('listed', [{ _id: 1, a: 1 }]);
  expect(database.find('listed', { filter: { a: { $in: [] } }, sort: [], skip: 0 }).rows).toEqual([]);
});
