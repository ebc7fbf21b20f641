import assert from 'node:assert/strict';
import { ObjectId } from 'bson';
import fc from 'fast-check';
import type { IndexDeclaration } from '../function-declaration';
import { compileFilter } from './compile-filter';
import type { Database } from './database';
import { copyDocument, type Document } from './document';
import { documentOf, type Search } from './find-documents';
import type { SortOrder } from './plan-query';
import { nameIndexes } from './plan-search';
import { sortDocuments } from './sort-documents';

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

const query = fc.record({ filter, sort, skip: fc.constantFrom(0, 0, 3), limit: fc.constantFrom(1, 5, 1000) });
const PER_COLLECTION = 20;

/** How many searches were compared. */
export interface Comparison {
  searches: number;
  /** Of those, the ones that an index served. */
  indexed: number;
  /** Of those, the ones that read an index for each branch of an `$or`. */
  branched: number;
}

/**
 * Compares random searches over random, rewritten collections with a full scan: documents, order, count. Throws with
 * the smallest search that differs. The database must be lenient.
 */
export async function compareRandomSearches(database: Database, collections: number): Promise<Comparison> {
  const comparison: Comparison = { searches: 0, indexed: 0, branched: 0 };
  let number = 0;
  const property = fc.asyncProperty(
    fc.array(fields, { minLength: 1, maxLength: 25 }),
    fc.array(fc.tuple(fc.nat(24), fields), { maxLength: 5 }),
    fc.array(query, { minLength: PER_COLLECTION, maxLength: PER_COLLECTION }),
    async (documents, replacements, searches) => {
      const name = `random-${++number}`;
      database.declare({ [name]: { indexes: INDEXES } });
      const numbered = documents.map((document, _id) => ({ _id, ...document }));
      await database.insert(name, numbered);
      for (const replacement of replacements) await rewrite(database, name, replacement);
      const stored = database.all(name);
      for (const search of searches) {
        compareSearch(database, name, stored, search);
        const planned = database.reads.plan(name, search);
        comparison.searches++;
        if (nameIndexes(planned) !== undefined) comparison.indexed++;
        if (planned.plans.length > 1) comparison.branched++;
      }
    },
  );
  await fc.assert(property, { numRuns: collections });
  return comparison;
}

async function rewrite(database: Database, name: string, [at, replacement]: [number, Document]): Promise<void> {
  const update = copyDocument(replacement);
  if (at % 5 === 0) await database.remove(name, { _id: at }, false);
  else await database.modify(name, { filter: { _id: at }, update, replace: true, multi: false, upsert: false });
}

/** Ties may come in any order, so only an order made total by `_id` has one right answer. */
function compareSearch(database: Database, name: string, stored: Document[], search: Required<Search>): void {
  const total: SortOrder = search.sort.some(([path]) => path === '_id') ? search.sort : [...search.sort, ['_id', 1]];
  const exact = { ...search, sort: total };
  const found = database.find(name, exact).rows.map(documentOf);
  const matching = stored.filter(compileFilter(search.filter));
  const scanned = sortDocuments(matching, total, (document) => document).slice(search.skip, search.skip + search.limit);
  assert.deepEqual(found, scanned);
  const loose = database.find(name, search).rows.map(documentOf);
  const resorted = sortDocuments([...loose], search.sort, (document) => document);
  assert.deepEqual(loose, resorted, 'sorted by what was asked for');
  assert.equal(loose.length, scanned.length);
  assert.equal(database.count(name, search.filter).total, matching.length);
}
