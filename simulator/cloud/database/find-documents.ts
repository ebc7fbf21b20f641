import { CloudError } from '../cloud-error';
import type { Collection } from './catalog';
import { compileFilter } from './compile-filter';
import { type Document, isDocument } from './document';
import { decodeDocument } from './ejson';
import { nearDistance } from './geo-operators';
import { valuesAt } from './path-values';
import { type Plan, planQuery, type SortOrder } from './plan-query';
import { holdsMoreThan, readRows, readWindow, type TextRow } from './read-rows';
import { sortDocuments } from './sort-documents';
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
  /** The index that served it; absent: the whole collection was read. */
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
export function findRows(sql: Sql, collection: Collection, search: Search): { rows: FoundRow[]; cost: SearchCost } {
  const plan = planQuery(collection, search.filter, search.sort);
  const cost: SearchCost = { examined: 0, ...(plan.index === undefined ? {} : { index: plan.index.name }) };
  if (isWindow(plan)) {
    const rows = readWindow(sql, collection, plan, search.skip, search.limit ?? -1);
    cost.examined = search.skip + rows.length;
    return { rows, cost };
  }
  const rows = [...matchingRows(sql, collection, search, plan, cost)];
  const near = findNear(search.filter);
  if (near !== undefined && search.sort.length === 0) {
    rows.sort((left, right) => near(documentOf(left)) - near(documentOf(right)));
  } else if (plan.sorted) {
    return { rows, cost };
  }
  const ordered = near === undefined || search.sort.length > 0 ? sortDocuments(rows, search.sort, documentOf) : rows;
  const end = search.limit === undefined ? undefined : search.skip + search.limit;
  return { rows: ordered.slice(search.skip, end), cost };
}

/** Skipping and limiting inside SQL is right only when every row of one range is a result, in order. */
function isWindow(plan: Plan): boolean {
  return plan.exact && plan.sorted && (plan.ranges === undefined || plan.ranges.length === 1);
}

function* matchingRows(
  sql: Sql,
  collection: Collection,
  search: Search,
  plan: Plan,
  cost: SearchCost,
): Generator<FoundRow> {
  const matches = compileFilter(search.filter);
  const cuts = plan.sorted && findNear(search.filter) === undefined;
  let toSkip = cuts ? search.skip : 0;
  let wanted = cuts ? (search.limit ?? Infinity) : Infinity;
  if (wanted === 0) return;
  for (const row of readRows(sql, collection, plan)) {
    cost.examined++;
    const found: FoundRow = row;
    if (!plan.exact && !matches(documentOf(found))) continue;
    if (toSkip > 0) {
      toSkip--;
      continue;
    }
    yield found;
    if (--wanted <= 0) return;
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
  const plan = planQuery(collection, search.filter, search.sort);
  const isFirstFew = isWindow(plan) && search.limit !== undefined;
  if (plan.index !== undefined || isFirstFew || !holdsMoreThan(sql, collection, SCAN_BOUND)) return;
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
