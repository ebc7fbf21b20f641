import { CloudError } from '../cloud-error';
import type { Collection } from './catalog';
import { compileFilter } from './compile-filter';
import { type Document, isDocument } from './document';
import { decodeDocument } from './ejson';
import { nearDistance } from './geo-operators';
import { valuesAt } from './path-values';
import type { SortOrder } from './plan-query';
import { nameIndexes, planSearch, type SearchPlan } from './plan-search';
import { holdsMoreThan, readRows, readWindow, type TextRow } from './read-rows';
import { sortDocuments, sortKeys } from './sort-documents';
import type { Sql } from './sql';

/** What is looked for and how much of it is wanted. */
export interface Search {
  filter: Document;
  sort: SortOrder;
  skip: number;
  /** Absent: all. */
  limit?: number;
}

/** What a search cost. */
export interface SearchCost {
  /** Documents or index rows visited, those skipped included. */
  examined: number;
  /** The index that served it, several joined by ` + `; absent: the whole collection was read. */
  index?: string;
}

/** A found document; decoded only when something had to look inside. */
export interface FoundRow extends TextRow {
  document?: Document;
}

/** A collection larger than this must not be read without an index. */
const SCAN_BOUND = 1000;

/** Stored texts hold no server dates, so no clock is needed to read them. */
const NO_CLOCK = new Date(0);

/** The document of a row. */
export function documentOf(row: FoundRow): Document {
  row.document ??= decodeDocument(row.text, NO_CLOCK);
  return row.document;
}

/** The search of a write: the first match or all of them. */
export function firstOrAll(filter: Document, multi: boolean): Search {
  return { filter, sort: [], skip: 0, ...(multi ? {} : { limit: 1 }) };
}

/** Finds the rows of one collection on one connection: the index narrows, the filter decides, the sort orders. */
export function findRows(
  sql: Sql,
  collection: Collection,
  search: Search,
  patience = Infinity,
): { rows: FoundRow[]; cost: SearchCost } {
  const cost: SearchCost = { examined: 0 };
  return { rows: [...streamRows(sql, collection, search, cost, patience)], cost };
}

/**
 * The rows of a search one after another; only what has to be sorted is held. Counts in `cost` as it goes and throws
 * `ReadTooLong` once more than `patience` rows were visited.
 */
export function* streamRows(
  sql: Sql,
  collection: Collection,
  search: Search,
  cost: SearchCost,
  patience = Infinity,
): Generator<FoundRow> {
  const { skip, limit = Infinity, sort } = search;
  const planned = planSearch(collection, search.filter, sort);
  const index = nameIndexes(planned);
  if (index !== undefined) cost.index = index;
  if (isWindow(planned) && limit <= MAX_WINDOW) {
    const rows = readWindow(sql, collection, planned.plans[0], skip, limit);
    cost.examined += skip + rows.length;
    yield* rows;
    return;
  }
  const rows = matchingRows(sql, collection, search, planned, { cost, patience });
  const near = sort.length === 0 ? findNear(search.filter) : undefined;
  if (near !== undefined) {
    const nearest = [...rows].sort((left, right) => near(documentOf(left)) - near(documentOf(right)));
    yield* nearest.slice(skip, skip + limit);
  } else if (planned.sorted) yield* cutRows(rows, skip, limit);
  else yield* sortDocuments(rows, sort, documentOf, skip + limit).slice(skip);
}

/** A window is read in one statement; more rows come in slices. */
const MAX_WINDOW = 1000;

/** Skipping and limiting inside SQL is right only when every row of one range is a result, in order. */
function isWindow({ plans, exact, sorted }: SearchPlan): boolean {
  const [{ ranges }, ...others] = plans;
  return others.length === 0 && exact && sorted && (ranges === undefined || ranges.length === 1);
}

/** Reading stops with the last row wanted. */
function* cutRows(rows: Iterable<FoundRow>, skip: number, limit: number): Generator<FoundRow> {
  if (limit === 0) return;
  let position = 0;
  for (const row of rows) {
    position++;
    if (position > skip) yield row;
    if (position >= skip + limit) return;
  }
}

/** What a read may visit and what it has. */
interface Meter {
  cost: SearchCost;
  patience: number;
}

/** A read would visit more rows than it may here; one that may take its time has to be asked again. */
export class ReadTooLong extends Error {}

function* matchingRows(
  sql: Sql,
  collection: Collection,
  search: Search,
  { plans, sorted, exact }: SearchPlan,
  { cost, patience }: Meter,
): Generator<FoundRow> {
  const matches = compileFilter(search.filter);
  const seen = plans.length > 1 ? new Set<number>() : undefined;
  const sources = plans.map((plan) => readRows(sql, collection, plan));
  const rows = sorted && search.sort.length > 0 ? mergeRows(sources, search.sort) : chainRows(sources);
  for (const row of rows) {
    if (++cost.examined > patience) throw new ReadTooLong();
    if (seen?.has(row.seq) === true) continue;
    seen?.add(row.seq);
    if (exact || matches(documentOf(row))) yield row;
  }
}

function* chainRows(sources: Iterable<FoundRow>[]): Generator<FoundRow> {
  for (const source of sources) yield* source;
}

/** Of several sources, each in order, the row that comes first, again and again. */
function* mergeRows(sources: Generator<FoundRow>[], sort: SortOrder): Generator<FoundRow> {
  const [only, ...others] = sources;
  if (only !== undefined && others.length === 0) return yield* only;
  const keyOf = sortKeys(sort);
  const advance = (source: Generator<FoundRow>) => {
    const next = source.next();
    return next.done === true ? [] : [{ source, row: next.value, key: keyOf(documentOf(next.value)) }];
  };
  let heads = sources.flatMap(advance);
  for (;;) {
    const [head, ...rest] = heads;
    if (head === undefined) return;
    const first = rest.reduce((best, other) => (Buffer.compare(other.key, best.key) < 0 ? other : best), head);
    yield first.row;
    heads = heads.flatMap((other) => (other === first ? advance(other.source) : [other]));
  }
}

/** `$nearSphere` also orders: the nearest first, when no other order is asked for. */
function findNear(filter: Document): ((document: Document) => number) | undefined {
  for (const [path, condition] of Object.entries(filter)) {
    if (!isDocument(condition)) continue;
    const operand = condition.$nearSphere ?? condition.$near;
    if (operand !== undefined)
      return (document) => Math.min(...valuesAt(document, path).map((value) => nearDistance(operand, value)));
  }
  return undefined;
}

/** The strict rule: a search that no index serves is refused once the collection has grown. */
export function refuseScan(sql: Sql, collection: Collection, search: Search, call: string): void {
  const planned = planSearch(collection, search.filter, search.sort);
  const isFirstFew = isWindow(planned) && search.limit !== undefined;
  if (nameIndexes(planned) !== undefined || isFirstFew || !holdsMoreThan(sql, collection, SCAN_BOUND)) return;
  const fields = Object.keys(search.filter).map((path) => [path, 'asc']);
  const order = search.sort.map(([path, direction]) => [path, direction === 1 ? 'asc' : 'desc']);
  const sorted = new Set(search.sort.map(([path]) => path));
  const keys = [...fields.filter(([path]) => path?.startsWith('$') === false && !sorted.has(path)), ...order];
  throw new CloudError(
    'DATABASE_REQUEST_FAILED',
    `Strict: ${call} on "${collection.name}" has no index and the collection holds over ${SCAN_BOUND} documents. ` +
      `Declare one in function.json, for instance {"keys": ${JSON.stringify(keys)}}.`,
  );
}
