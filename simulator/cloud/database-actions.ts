import { CloudError } from './cloud-error';
import { type Database, encodeRows } from './database/database';
import { type Document, isDocument } from './database/document';
import { decodeDocument, decodeEjson, encodeForWire } from './database/ejson';
import type { Search, SearchCost } from './database/find-documents';
import { readSort } from './database/sort-documents';

/** What the SDK sends, its common fields apart. */
export type ActionRequest = Record<string, unknown>;

/** The answer of one action and its cost; `top` fields stand beside `requestId` instead of inside `data`. */
export interface ActionAnswer {
  data?: Record<string, unknown>;
  top?: Record<string, unknown>;
  cost?: SearchCost;
  returned?: number;
}

type Action = (database: Database, request: ActionRequest, now: Date) => ActionAnswer | Promise<ActionAnswer>;

/** MongoDB's limit on one answer, which the SDKs apply too. */
const MAX_LIMIT = 1000;

function readText(request: ActionRequest, field: string): string | undefined {
  const value = request[field];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw new CloudError('INVALID_PARAM', `${field} must be a text.`);
}

function collectionOf(request: ActionRequest): string {
  const name = readText(request, 'collectionName');
  if (name !== undefined) return name;
  throw new CloudError('INVALID_PARAM', 'collectionName is missing.');
}

function readDocument(request: ActionRequest, field: string, now: Date): Document {
  const text = readText(request, field);
  return text === undefined ? {} : decodeDocument(text, now);
}

function readCount(request: ActionRequest, field: string): number | undefined {
  const value = request[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new CloudError('INVALID_PARAM', `${field} must be a whole number, zero or more.`);
}

function readSearch(request: ActionRequest, now: Date, strict: boolean): Search {
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

const getDocument: Action = (database, request, now) => {
  const search = readSearch(request, now, database.strict);
  const projection = readText(request, 'projection');
  const shape = projection === undefined ? undefined : decodeDocument(projection, now);
  const { rows, cost } = database.find(collectionOf(request), search, readText(request, 'transactionId'));
  return { data: { list: encodeRows(rows, shape) }, cost, returned: rows.length };
};

const insertDocument: Action = async (database, request, now) => {
  const { data } = request;
  if (!Array.isArray(data)) throw new CloudError('INVALID_PARAM', 'data must be a list.');
  const documents = data.map((text: unknown) => decodeDocument(String(text), now));
  const ids = await database.insert(collectionOf(request), documents, readText(request, 'transactionId'));
  const insertedIds = ids.map((id) => (typeof id === 'number' ? id : String(id)));
  return { data: { insertedIds }, returned: ids.length };
};

const modifyDocument: Action = async (database, request, now) => {
  const modification = {
    filter: readDocument(request, 'query', now),
    update: readDocument(request, 'data', now),
    replace: request.merge === false,
    multi: request.multi === true,
    upsert: request.upsert === true,
  };
  const result = await database.modify(collectionOf(request), modification, readText(request, 'transactionId'));
  const data = { updated: result.updated, upsert_id: result.upsertedId ?? null };
  return { data, cost: result.cost, returned: result.updated };
};

const modifyAndReturnDoc: Action = async (database, request, now) => {
  const modification = {
    filter: readDocument(request, 'query', now),
    update: readDocument(request, 'data', now),
    replace: false,
    multi: false,
    upsert: false,
  };
  const result = await database.modify(collectionOf(request), modification, readText(request, 'transactionId'));
  const doc = result.document === undefined ? {} : { doc: encodeForWire(result.document) };
  return { data: { updated: result.updated, ...doc }, cost: result.cost, returned: result.updated };
};

const removeDocument: Action = async (database, request, now) => {
  const filter = readDocument(request, 'query', now);
  const transactionId = readText(request, 'transactionId');
  const { deleted, cost } = await database.remove(collectionOf(request), filter, request.multi === true, transactionId);
  return { data: { deleted }, cost, returned: deleted };
};

const aggregateDocuments: Action = (database, request, now) => {
  const { stages } = request;
  if (!Array.isArray(stages)) throw new CloudError('INVALID_PARAM', 'stages must be a list.');
  const decoded = stages.map((stage: unknown) => {
    if (!isDocument(stage)) throw new CloudError('INVALID_PARAM', 'a stage must be a document.');
    return { operator: String(stage.stageKey), operand: decodeEjson(String(stage.stageValue), now) };
  });
  const { documents, cost } = database.aggregate(collectionOf(request), decoded);
  return { data: { list: documents.map(encodeForWire) }, cost, returned: documents.length };
};

function readTransactionId(request: ActionRequest): string {
  return readText(request, 'transactionId') ?? '';
}

/** The database actions of both SDKs, by their names on the wire. */
export const DATABASE_ACTIONS: Readonly<Record<string, Action>> = {
  'database.addCollection': (database, request) => {
    database.createCollection(collectionOf(request));
    return { data: {} };
  },
  'database.getDocument': getDocument,
  'database.calculateDocument': (database, request, now) => {
    const { total, cost } = database.count(collectionOf(request), readDocument(request, 'query', now));
    return { data: { total }, cost, returned: 1 };
  },
  'database.insertDocument': insertDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.startTransaction': (database) => ({ top: { transactionId: database.startTransaction() } }),
  'database.commitTransaction': (database, request) => {
    database.commitTransaction(readTransactionId(request));
    return {};
  },
  'database.abortTransaction': (database, request) => {
    database.abortTransaction(readTransactionId(request));
    return {};
  },
};
