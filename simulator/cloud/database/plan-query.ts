import type { Collection, Index } from './catalog';
import { type Document, isDocument, isOperatorExpression } from './document';
import { encodeEjson } from './ejson';
import { combine } from './index-keys';
import { compareValues, encodeKey, encodeTypeBounds, keyAfterPrefix, typeRank } from './sort-key';

/** Half-open: from `start` up to but without `end`. */
export interface KeyRange {
  start: Buffer;
  end: Buffer;
}

/** Sort fields with 1 (ascending) or -1. */
export type SortOrder = readonly (readonly [path: string, direction: 1 | -1])[];

/** How documents will be found. */
export interface Plan {
  /** Absent: the whole collection in natural order. */
  index?: Index;
  /** Read one after another; absent: the whole index. */
  ranges?: KeyRange[];
  reverse: boolean;
  /** The rows arrive in the order asked for. */
  sorted: boolean;
  /** The ranges alone decide: no document they yield has to be tested. */
  exact: boolean;
  /** What the ranges say, field by field, for people: `["a", "a"]`, `(5, 90]`. */
  bounds: Record<string, string[]>;
}

interface Bound {
  value: unknown;
  inclusive: boolean;
}

interface Constraint {
  equals?: unknown[];
  lower?: Bound;
  upper?: Bound;
}

interface Constraints {
  byPath: Map<string, Constraint>;
  /** Some condition is not expressed by the constraints, or only as a superset. */
  residual: boolean;
}

/** More combinations of `$in` lists than this are not turned into ranges. */
const MAX_RANGES = 1000;

/** `_id` stands in the document table itself, always unique, never an array. */
export const ID_INDEX_NAME = '_id_';

function idIndex(collection: Collection): Index {
  return {
    name: ID_INDEX_NAME,
    paths: ['_id'],
    descending: [false],
    unique: true,
    arrays: [false],
    table: collection.table,
  };
}

/** Chooses the index that narrows most and, if it can, also gives the order; without any, a scan. */
export function planQuery(collection: Collection, filter: Document, sort: SortOrder): Plan {
  const constraints: Constraints = { byPath: new Map(), residual: false };
  collectConstraints(filter, constraints);
  let best: { plan: Plan; score: number } = {
    plan: { reverse: false, sorted: sort.length === 0, exact: Object.keys(filter).length === 0, bounds: {} },
    score: 0,
  };
  for (const index of [idIndex(collection), ...collection.indexes]) {
    const candidate = planIndex(index, constraints, sort);
    if (candidate !== undefined && candidate.score > best.score) best = candidate;
  }
  return best.plan;
}

function collectConstraints(filter: Document, constraints: Constraints): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) {
        if (isDocument(part)) collectConstraints(part, constraints);
      }
    } else if (key.startsWith('$')) {
      constraints.residual = true;
    } else {
      constrainField(key, condition, constraints);
    }
  }
}

function constrainField(path: string, condition: unknown, constraints: Constraints): void {
  const constraint = constraints.byPath.get(path) ?? {};
  constraints.byPath.set(path, constraint);
  const operators = isOperatorExpression(condition) ? Object.entries(condition) : [['$eq', condition] as const];
  for (const [operator, operand] of operators) {
    if (!constrain(constraint, operator, operand)) constraints.residual = true;
  }
}

/** Adds one condition to a field's constraint; false when it is not, or not exactly, expressed by it. */
function constrain(constraint: Constraint, operator: string, operand: unknown): boolean {
  if (operator === '$eq' || operator === '$in') {
    const list: unknown = operator === '$eq' ? [operand] : operand;
    if (constraint.equals !== undefined || !Array.isArray(list) || list.some((item) => item instanceof RegExp))
      return false;
    constraint.equals = list as unknown[];
    return constraint.lower === undefined && constraint.upper === undefined;
  }
  if (!isRangeable(operand)) return false;
  const bound: Bound = { value: operand, inclusive: operator.endsWith('e') };
  if (operator === '$gt' || operator === '$gte') return constraint.equals === undefined && raise(constraint, bound);
  if (operator === '$lt' || operator === '$lte') return constraint.equals === undefined && lower(constraint, bound);
  return false;
}

/** Keeps the higher of two lower bounds; false when the result does not say exactly the same. */
function raise(constraint: Constraint, bound: Bound): boolean {
  const { lower: known, upper } = constraint;
  if (!sameType(known, bound)) return false;
  const order = known === undefined ? 1 : compareValues(bound.value, known.value);
  if (known === undefined || order > 0 || (order === 0 && !bound.inclusive)) constraint.lower = bound;
  return sameType(upper, bound);
}

function lower(constraint: Constraint, bound: Bound): boolean {
  const { lower: under, upper: known } = constraint;
  if (!sameType(known, bound)) return false;
  const order = known === undefined ? -1 : compareValues(bound.value, known.value);
  if (known === undefined || order < 0 || (order === 0 && !bound.inclusive)) constraint.upper = bound;
  // Below every number stands NaN, which no number's range includes.
  const reachesNotANumber = under === undefined && typeof bound.value === 'number';
  return sameType(under, bound) && !reachesNotANumber;
}

function sameType(left: Bound | undefined, right: Bound): boolean {
  return left === undefined || typeRank(left.value) === typeRank(right.value);
}

function isRangeable(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  return typeof value === 'string' || value instanceof Date;
}

function planIndex(index: Index, constraints: Constraints, sort: SortOrder): { plan: Plan; score: number } | undefined {
  const prefix: unknown[][] = [];
  let combinations = 1;
  for (const path of index.paths) {
    const equals = constraints.byPath.get(path)?.equals;
    if (equals === undefined || combinations * equals.length > MAX_RANGES) break;
    combinations *= equals.length;
    prefix.push(equals);
  }
  const nextPath = index.paths[prefix.length];
  const next = nextPath === undefined ? undefined : constraints.byPath.get(nextPath);
  const ranged = next !== undefined && (next.lower !== undefined || next.upper !== undefined);
  const order = orderFrom(index, prefix, sort);
  if (prefix.length === 0 && !ranged && (!order.sorted || sort.length === 0)) return undefined;
  const used = new Set([
    ...index.paths.slice(0, prefix.length),
    ...(ranged && nextPath !== undefined ? [nextPath] : []),
  ]);
  const complete = [...constraints.byPath.keys()].every((path) => used.has(path));
  const plan: Plan = {
    index,
    ...(prefix.length > 0 || ranged ? { ranges: makeRanges(index, prefix, ranged ? next : undefined) } : {}),
    reverse: order.reverse,
    sorted: order.sorted,
    exact: complete && !constraints.residual && !index.arrays.includes(true),
    bounds: sayBounds(index, prefix, ranged ? next : undefined),
  };
  const isWholeKey = index.unique && prefix.length === index.paths.length && combinations === 1;
  const bonus = (ranged ? 40 : 0) + (order.sorted && sort.length > 0 ? 60 : 0) + (isWholeKey ? 1000 : 0);
  return { plan, score: prefix.length * 100 + bonus + 1 };
}

/**
 * Whether reading the index after its prefix gives the order. Fields fixed to one value need no sorting, but of an
 * array that holds the value another element may come first.
 */
function orderFrom(index: Index, prefix: unknown[][], sort: SortOrder): { sorted: boolean; reverse: boolean } {
  if (sort.length === 0) return { sorted: true, reverse: false };
  if (prefix.some((values) => values.length !== 1)) return { sorted: false, reverse: false };
  const fixed = new Set(index.paths.slice(0, prefix.length).filter((_, place) => index.arrays[place] !== true));
  const wanted = sort.filter(([path]) => !fixed.has(path));
  const reversed = wanted.map(([path, direction], position) => {
    const place = prefix.length + position;
    if (index.paths[place] !== path || index.arrays[place] === true) return undefined;
    return (direction === -1) !== (index.descending[place] === true);
  });
  const reverse = reversed[0] ?? false;
  return { sorted: reversed.every((flag) => flag === reverse), reverse };
}

function makeRanges(index: Index, prefix: unknown[][], range: Constraint | undefined): KeyRange[] {
  const ranges = new Map<string, KeyRange>();
  for (const values of combine(prefix)) {
    const start = encodeKey(values, index.descending);
    const made =
      range === undefined ? { start, end: keyAfterPrefix(start) } : narrow(index, start, values.length, range);
    ranges.set(made.start.toString('latin1'), made);
  }
  return [...ranges.values()].sort((left, right) => Buffer.compare(left.start, right.start));
}

/** The way MongoDB's explain writes bounds. */
function sayBounds(index: Index, prefix: unknown[][], range: Constraint | undefined): Record<string, string[]> {
  const bounds: Record<string, string[]> = {};
  for (const [position, path] of index.paths.entries()) {
    const equals = prefix[position];
    if (equals !== undefined) bounds[path] = equals.map((value) => `[${encodeEjson(value)}, ${encodeEjson(value)}]`);
    else if (range !== undefined && position === prefix.length)
      bounds[path] = [sayRange(usableBounds(index, position, range))];
  }
  return bounds;
}

function sayRange({ lower, upper }: Constraint): string {
  const from = lower === undefined ? '(…' : `${lower.inclusive ? '[' : '('}${encodeEjson(lower.value)}`;
  const to = upper === undefined ? '…)' : `${encodeEjson(upper.value)}${upper.inclusive ? ']' : ')'}`;
  return `${from}, ${to}`;
}

/** Two bounds may be met by two elements of one array, so of a path with arrays only one of them is used. */
function usableBounds(index: Index, position: number, { lower, upper }: Constraint): Constraint {
  if (index.arrays[position] === true && lower !== undefined) return { lower };
  return { ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }) };
}

function narrow(index: Index, prefix: Buffer, position: number, range: Constraint): KeyRange {
  const descending = index.descending[position] === true;
  const { lower: from, upper: to } = usableBounds(index, position, range);
  const bracket = encodeTypeBounds((from ?? to)?.value, descending);
  const place = (bound: Bound, keep: boolean): Buffer => {
    const key = Buffer.concat([prefix, encodeKey([bound.value], [descending])]);
    return bound.inclusive === keep ? key : keyAfterPrefix(key);
  };
  const [first, last] = descending ? [to, from] : [from, to];
  return {
    start: first === undefined ? Buffer.concat([prefix, bracket.start]) : place(first, true),
    end: last === undefined ? Buffer.concat([prefix, bracket.end]) : place(last, false),
  };
}
