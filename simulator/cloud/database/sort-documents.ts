import { MinKey } from 'bson';
import { refuseRequest } from '../cloud-error';
import { type Document, isDocument } from './document';
import { MISSING, valuesAt } from './path-values';
import type { SortOrder } from './plan-query';
import { compareValues, encodeKey } from './sort-key';

/** Reads `{ field: 1 | -1, … }`. */
export function readSortOrder(order: Document): SortOrder {
  return Object.entries(order).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) refuseRequest(`$sort key ordering must be 1 or -1: ${path}`);
    return [path, direction] as const;
  });
}

/** Sorting is put off until this many more items than wanted have come. */
const SLACK = 1000;

/**
 * The first `wanted` items (default: all) in a stable sort by MongoDB's order; no more than about twice as many are
 * held. An array sorts by its smallest element ascending, by its largest descending.
 */
export function sortDocuments<T>(
  items: Iterable<T>,
  order: SortOrder,
  documentOf: (item: T) => Document,
  wanted = Infinity,
): T[] {
  const keyOf = sortKeys(order);
  const kept: { item: T; key: Buffer }[] = [];
  const cut = () => {
    kept.sort((left, right) => Buffer.compare(left.key, right.key));
    if (kept.length > wanted) kept.length = wanted;
  };
  for (const item of items) {
    kept.push({ item, key: keyOf(documentOf(item)) });
    if (kept.length >= 2 * wanted + SLACK) cut();
  }
  cut();
  return kept.map(({ item }) => item);
}

/** Gives each document the key by which it sorts: comparing keys byte by byte compares documents. */
export function sortKeys(order: SortOrder): (document: Document) => Buffer {
  const descending = order.map(([, direction]) => direction === -1);
  return (document) =>
    encodeKey(
      order.map(([path, direction]) => sortValue(document, path, direction)),
      descending,
    );
}

/** Before everything, null included: where MongoDB sorts an empty array. */
const EMPTY = new MinKey();

function sortValue(document: Document, path: string, direction: 1 | -1): unknown {
  const candidates = valuesAt(document, path).flatMap((value) => {
    if (!Array.isArray(value)) return [value === MISSING ? null : value];
    return value.length === 0 ? [EMPTY] : (value as unknown[]);
  });
  const [first = null, ...rest] = candidates;
  return rest.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best), first);
}

/** Reads a sort specification from the wire: a document, as both SDKs send it. */
export function readSort(value: unknown): SortOrder {
  if (value === undefined) return [];
  if (!isDocument(value)) refuseRequest('The order must be a document.');
  return readSortOrder(value);
}
