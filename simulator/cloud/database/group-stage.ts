import { refuseRequest } from '../cloud-error';
import { type Document, isDocument } from './document';
import { compareValues, encodeKey } from './sort-key';

/** Takes the values of one group one after another; only what the result needs is held. */
interface Fold {
  add(value: unknown): void;
  result(): unknown;
}

/** Evaluates an expression for one document. */
export type Evaluate = (document: Document, expression: unknown) => unknown;

/** Computes an accumulator over all documents of a group at once. */
export type Accumulate = (documents: Document[], accumulator: Document) => unknown;

function sum(): Fold {
  let total = 0;
  const add = (value: unknown) => {
    if (typeof value === 'number') total += value;
  };
  return { add, result: () => total };
}

function average(): Fold {
  let total = 0;
  let count = 0;
  const add = (value: unknown) => {
    if (typeof value !== 'number') return;
    total += value;
    count++;
  };
  return { add, result: () => (count === 0 ? null : total / count) };
}

/** Nulls and missing fields do not take part. */
function extreme(direction: 1 | -1): Fold {
  let best: unknown = null;
  const add = (value: unknown) => {
    if (value === undefined || value === null) return;
    if (best === null || compareValues(value, best) * direction < 0) best = value;
  };
  return { add, result: () => best };
}

function first(): Fold {
  let found: { value: unknown } | undefined;
  const add = (value: unknown) => {
    found ??= { value };
  };
  return { add, result: () => found?.value ?? null };
}

function last(): Fold {
  let found: unknown;
  const add = (value: unknown) => {
    found = value;
  };
  return { add, result: () => found ?? null };
}

function count(): Fold {
  let total = 0;
  const add = () => {
    total++;
  };
  return { add, result: () => total };
}

/** A missing field is not pushed. */
function push(): Fold {
  const values: unknown[] = [];
  const add = (value: unknown) => {
    if (value !== undefined) values.push(value);
  };
  return { add, result: () => values };
}

function addToSet(): Fold {
  const values = new Map<string, unknown>();
  const add = (value: unknown) => {
    if (value === undefined) return;
    const key = keyOf(value);
    if (!values.has(key)) values.set(key, value);
  };
  return { add, result: () => [...values.values()] };
}

const FOLDS: Readonly<Record<string, () => Fold>> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(1),
  $max: () => extreme(-1),
  $first: first,
  $last: last,
  $count: count,
  $push: push,
  $addToSet: addToSet,
};

/** An accumulator that has no fold holds the documents of its group and is computed at the end. */
function holdAll(accumulator: Document, accumulate: Accumulate): Fold {
  const documents: Document[] = [];
  const add = (document: unknown) => {
    if (isDocument(document)) documents.push(document);
  };
  return { add, result: () => accumulate(documents, accumulator) };
}

interface Column {
  field: string;
  start: () => Fold;
  read: (document: Document) => unknown;
}

/**
 * `$group` over documents that come one after another: memory grows with the groups, not with the documents. Groups
 * come in the order in which they were met; a missing key groups as null.
 */
export function* groupDocuments(
  documents: Iterable<Document>,
  specification: unknown,
  { evaluate, accumulate }: { evaluate: Evaluate; accumulate: Accumulate },
): Generator<Document> {
  if (!isDocument(specification) || !Object.hasOwn(specification, '_id')) {
    refuseRequest("a group specification must include an '_id'");
  }
  const { _id: keyExpression, ...fields } = specification;
  const columns = Object.entries(fields).map(([field, accumulator]): Column => {
    const [operator, ...others] = isDocument(accumulator) ? Object.keys(accumulator) : [];
    if (!isDocument(accumulator) || operator === undefined || others.length > 0) {
      refuseRequest(`The field '${field}' must be an accumulator object with one operator`);
    }
    const start = FOLDS[operator];
    if (start === undefined) {
      return { field, start: () => holdAll(accumulator, accumulate), read: (document) => document };
    }
    return { field, start, read: (document) => evaluate(document, accumulator[operator]) };
  });
  const groups = new Map<string, { id: unknown; folds: Fold[] }>();
  for (const document of documents) {
    const id = evaluate(document, keyExpression) ?? null;
    const key = keyOf(id);
    const group = groups.get(key) ?? { id, folds: columns.map(({ start }) => start()) };
    groups.set(key, group);
    for (const [position, { read }] of columns.entries()) group.folds[position]?.add(read(document));
  }
  for (const { id, folds } of groups.values()) {
    const results = columns.map(({ field }, position) => [field, folds[position]?.result()] as const);
    yield { _id: id, ...Object.fromEntries(results) };
  }
}

/** `$count`: nothing at all when there was no document, as MongoDB. */
export function* countDocuments(documents: Iterable<Document>, field: unknown): Generator<Document> {
  if (typeof field !== 'string' || field === '' || field.startsWith('$') || field.includes('.')) {
    refuseRequest('the count field must be a non-empty string without $ in front and without a dot');
  }
  let total = 0;
  for (const _ of documents) total++;
  if (total > 0) yield { [field]: total };
}

/** Values that MongoDB holds equal have the same key. */
function keyOf(value: unknown): string {
  return encodeKey([value]).toString('latin1');
}
