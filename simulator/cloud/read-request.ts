import { CloudError } from './cloud-error';
import type { Document } from './database/document';
import { decodeDocument, decodeEjson } from './database/ejson';
import type { Search } from './database/find-documents';
import { readSort } from './database/sort-documents';
import type { ActionRequest } from './database-actions';

/** MongoDB's limit on one answer, which the SDKs apply too. */
const MAX_LIMIT = 1000;

/** An optional text; the SDKs send some as empty. */
export function readText(request: ActionRequest, field: string): string | undefined {
  const value = request[field];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw new CloudError('INVALID_PARAM', `${field} must be a text.`);
}

/** The collection that a request names. */
export function collectionOf(request: ActionRequest): string {
  const name = readText(request, 'collectionName');
  if (name !== undefined) return name;
  throw new CloudError('INVALID_PARAM', 'collectionName is missing.');
}

/** A document in Extended JSON; absent: an empty one. */
export function readDocument(request: ActionRequest, field: string, now: Date): Document {
  const text = readText(request, field);
  return text === undefined ? {} : decodeDocument(text, now);
}

function readCount(request: ActionRequest, field: string): number | undefined {
  const value = request[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new CloudError('INVALID_PARAM', `${field} must be a whole number, zero or more.`);
}

/** What `database.getDocument` looks for. */
export function readSearch(request: ActionRequest, now: Date, strict: boolean): Search {
  const filter = readDocument(request, 'query', now);
  if (request.queryType === 'DOC') return { filter, sort: [], skip: 0, limit: 1 };
  const limit = readCount(request, 'limit');
  if (limit === undefined && strict) throw new CloudError('INVALID_PARAM', 'Strict: a list must have a limit.');
  const order = readText(request, 'order');
  return {
    filter,
    sort: readSort(order === undefined ? undefined : decodeEjson(order, now)),
    skip: readCount(request, 'offset') ?? 0,
    limit: Math.min(limit ?? MAX_LIMIT, MAX_LIMIT),
  };
}
