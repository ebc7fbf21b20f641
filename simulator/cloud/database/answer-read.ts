import { CloudError } from '../cloud-error';
import type { ActionAnswer, ActionRequest } from '../database-actions';
import { collectionOf, readDocument, readSearch } from '../read-request';
import type { Database } from './database';
import { isDocument } from './document';
import { decodeEjson, encodeForWire } from './ejson';
import { encodeRows } from './encode-rows';
import { ReadTooLong } from './find-documents';
import { nameIndexes } from './plan-search';
import type { Reads } from './reads';

type Read = (reads: Reads, request: ActionRequest, now: Date, patience: number) => ActionAnswer;

const getDocument: Read = (reads, request, now, patience) => {
  const { rows, cost } = reads.find(collectionOf(request), readSearch(request, now, reads.strict), patience);
  return { data: { list: encodeRows(rows, readDocument(request, 'projection', now)) }, cost, returned: rows.length };
};

const calculateDocument: Read = (reads, request, now, patience) => {
  const { total, cost } = reads.count(collectionOf(request), readDocument(request, 'query', now), patience);
  return { data: { total }, cost, returned: 1 };
};

const aggregateDocuments: Read = (reads, request, now, patience) => {
  const { stages } = request;
  if (!Array.isArray(stages)) throw new CloudError('INVALID_PARAM', 'stages must be a list.');
  const decoded = stages.map((stage: unknown) => {
    if (!isDocument(stage)) throw new CloudError('INVALID_PARAM', 'a stage must be a document.');
    return { operator: String(stage.stageKey), operand: decodeEjson(String(stage.stageValue), now) };
  });
  const { documents, cost } = reads.aggregate(collectionOf(request), decoded, patience);
  return { data: { list: documents.map(encodeForWire) }, cost, returned: documents.length };
};

/** How `database.getDocument` would be answered; not on the wire, see `explainQuery`. */
const explain: Read = (reads, request, now, patience) => {
  const search = readSearch(request, now, reads.strict);
  const began = performance.now();
  const { rows, cost } = reads.find(collectionOf(request), search, patience);
  const millis = performance.now() - began;
  const planned = reads.plan(collectionOf(request), search);
  const index = nameIndexes(planned);
  const ranges = planned.plans.flatMap((plan) =>
    plan.index === undefined ? [] : [{ [plan.index.name]: plan.bounds }],
  );
  const { examined } = cost;
  const told = { ranges, examined, returned: rows.length, sorted: planned.sorted, millis };
  return { data: index === undefined ? told : { index, ...told }, cost, returned: rows.length };
};

const READS: Readonly<Record<string, Read>> = {
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.aggregateDocuments': aggregateDocuments,
  explain,
};

/** Reads that visit more rows than this leave the server's own thread: some 15 ms of work. */
const PATIENCE = 2000;

/** Answers a read, however long it takes; blocks the thread meanwhile. */
export function answerRead(
  reads: Reads,
  action: string,
  request: ActionRequest,
  now: Date,
  patience: number,
): ActionAnswer {
  const read = READS[action];
  if (read === undefined) throw new CloudError('INVALID_ACTION', `${action} is no read.`);
  return read(reads, request, now, patience);
}

/** Answers a read without holding up others: one that turns out to be long starts again on a thread of its own. */
export async function answerPatiently(
  database: Database,
  action: string,
  request: ActionRequest,
  now: Date,
): Promise<ActionAnswer> {
  try {
    return answerRead(database.reads, action, request, now, PATIENCE);
  } catch (error) {
    if (error instanceof ReadTooLong) return database.longReads.answer(action, request, now);
    throw error;
  }
}
