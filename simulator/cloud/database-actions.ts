import { CloudError } from './cloud-error';
import { answerPatiently } from './database/answer-read';
import type { Database } from './database/database';
import { decodeDocument, encodeForWire } from './database/ejson';
import { encodeRows } from './database/encode-rows';
import type { SearchCost } from './database/find-documents';
import { collectionOf, readDocument, readSearch, readText } from './read-request';

/** What the SDK sends, its common fields apart. */
export type ActionRequest = Record<string, unknown>;

/** The answer of one action and its cost; `top` fields stand beside `requestId` instead of inside `data`. */
export interface ActionAnswer {
  data?: Record<string, unknown>;
  top?: Record<string, unknown>;
  cost?: SearchCost;
  returned?: number;
}

const GET = 'database.getDocument';

type Action = (database: Database, request: ActionRequest, now: Date) => ActionAnswer | Promise<ActionAnswer>;

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

/** Answers a read here, or on a thread of its own when it turns out to be a long one. */
function answerRead(action: string): Action {
  return async (database, request, now) => answerPatiently(database, action, request, now);
}

/** Inside a transaction the snapshot and its changes answer. */
const getDocument: Action = (database, request, now) => {
  const transactionId = readText(request, 'transactionId');
  if (transactionId === undefined) return answerPatiently(database, GET, request, now);
  const search = readSearch(request, now, database.strict);
  const { rows, cost } = database.find(collectionOf(request), search, transactionId);
  return { data: { list: encodeRows(rows, readDocument(request, 'projection', now)) }, cost, returned: rows.length };
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
  [GET]: getDocument,
  'database.calculateDocument': answerRead('database.calculateDocument'),
  'database.insertDocument': insertDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': answerRead('database.aggregateDocuments'),
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
