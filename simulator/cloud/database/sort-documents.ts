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

/** Stable sort by MongoDB's order. An array sorts by its smallest element ascending, by its largest descending. */
export function sortDocuments<T>(items: T[], order: SortOrder, documentOf: (item: T) => Document): T[] {
  const descending = order.map(([, direction]) => direction === -1);
  const keyed = items.map((item) => {
    const document = documentOf(item);
    const values = order.map(([path, direction]) => sortValue(document, path, direction));
    return { item, key: encodeKey(values, descending) };
  });
  keyed.sort((left, right) => Buffer.compare(left.key, right.key));
  return keyed.map(({ item }) => item);
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
