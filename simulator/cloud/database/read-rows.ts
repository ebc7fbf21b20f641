import type { Collection, Index } from './catalog';
import { ID_INDEX_NAME, type KeyRange, type Plan } from './plan-query';
import type { Sql, SqlValue } from './sql';

/** A document as stored: its place in natural order and its text in Extended JSON. */
export interface TextRow {
  seq: number;
  text: string;
}

/** Rows are fetched in slices, so that no statement stays open while a caller decides whether to go on. */
const SLICE = 200;

/** Where a slice ended: the key, for an index, and the place in natural order. */
interface Position {
  key: SqlValue;
  seq: number;
}

/** Yields the rows of a plan in its order; an index over arrays yields each document once. */
export function* readRows(sql: Sql, collection: Collection, plan: Plan): Generator<TextRow> {
  const seen = plan.index?.arrays.includes(true) === true ? new Set<number>() : undefined;
  for (const range of orderedRanges(plan)) {
    for (const row of readRange(sql, collection, plan, range)) {
      if (seen?.has(row.seq) === true) continue;
      seen?.add(row.seq);
      yield row;
    }
  }
}

/** Exactly the rows asked for, skipping inside SQL; only for plans that are exact, sorted and of one range at most. */
export function readWindow(sql: Sql, collection: Collection, plan: Plan, skip: number, limit: number): TextRow[] {
  const { select, where, order, values } = sliceQuery(collection, plan, orderedRanges(plan)[0]);
  const rows = sql.rows(`${select} WHERE ${where} ${order} LIMIT ? OFFSET ?`, [...values, limit, skip]);
  return rows.map(([, seq, text]) => ({ seq: Number(seq), text: String(text) }));
}

/** The number of rows of an exact plan, counted in SQL. */
export function countRows(sql: Sql, collection: Collection, plan: Plan): number {
  let total = 0;
  for (const range of orderedRanges(plan)) {
    const table = plan.index?.table ?? collection.table;
    const { where, values } = sliceQuery(collection, plan, range);
    total += Number(sql.rows(`SELECT COUNT(*) FROM ${table} x WHERE ${where}`, values)[0]?.[0]);
  }
  return total;
}

/** True when the collection holds more documents than `bound`; costs no full count. */
export function holdsMoreThan(sql: Sql, collection: Collection, bound: number): boolean {
  return sql.rows(`SELECT 1 FROM ${collection.table} LIMIT 1 OFFSET ${bound}`, []).length > 0;
}

/** Several ranges come only where no order is asked of them. */
function orderedRanges(plan: Plan): (KeyRange | undefined)[] {
  return plan.ranges ?? [undefined];
}

function* readRange(sql: Sql, collection: Collection, plan: Plan, range: KeyRange | undefined): Generator<TextRow> {
  const { select, where, order, values, rest } = sliceQuery(collection, plan, range);
  let slice = sql.rows(`${select} WHERE ${where} ${order} LIMIT ${SLICE}`, values);
  for (;;) {
    let last: Position | undefined;
    for (const [key = null, seq, text] of slice) {
      last = { key, seq: Number(seq) };
      yield { seq: Number(seq), text: String(text) };
    }
    if (last === undefined || slice.length < SLICE) return;
    const position = plan.index === undefined ? [last.seq] : [last.key, last.seq];
    slice = sql.rows(`${select} WHERE ${rest.where} ${order} LIMIT ${SLICE}`, [...position, ...rest.values]);
  }
}

interface SliceQuery {
  select: string;
  where: string;
  order: string;
  values: SqlValue[];
  /**
   * Continues after a position, whose values come first. The bound already passed is left out: SQLite would seek to it
   * and walk the whole way again.
   */
  rest: { where: string; values: SqlValue[] };
}

function sliceQuery(collection: Collection, plan: Plan, range: KeyRange | undefined): SliceQuery {
  const direction = plan.reverse ? 'DESC' : 'ASC';
  const ahead = plan.reverse ? '<' : '>';
  if (plan.index === undefined) {
    const select = `SELECT NULL, x.seq, x.doc FROM ${collection.table} x`;
    const rest = { where: `x.seq ${ahead} ?`, values: [] };
    return { select, where: '1', order: `ORDER BY x.seq ${direction}`, values: [], rest };
  }
  const key = keyColumn(plan.index);
  const select =
    plan.index.name === ID_INDEX_NAME
      ? `SELECT x.id, x.seq, x.doc FROM ${collection.table} x`
      : `SELECT x.k, x.seq, d.doc FROM ${plan.index.table} x CROSS JOIN ${collection.table} d ON d.seq = x.seq`;
  const withinRange = range === undefined ? '' : ` AND ${key} ${plan.reverse ? '>=' : '<'} ?`;
  return {
    select,
    where: range === undefined ? '1' : `${key} >= ? AND ${key} < ?`,
    order: `ORDER BY ${key} ${direction}${plan.index.name === ID_INDEX_NAME ? '' : `, x.seq ${direction}`}`,
    values: range === undefined ? [] : [range.start, range.end],
    rest: {
      where: `(${key}, x.seq) ${ahead} (?, ?)${withinRange}`,
      values: range === undefined ? [] : [plan.reverse ? range.start : range.end],
    },
  };
}

function keyColumn(index: Index): string {
  return index.name === ID_INDEX_NAME ? 'x.id' : 'x.k';
}
