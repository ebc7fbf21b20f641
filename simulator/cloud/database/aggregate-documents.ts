import { Aggregator } from 'mingo/aggregator';
import { CloudError, refuseRequest, sayError } from '../cloud-error';
import { type PipelineScene, pipelineOptions } from './aggregation-stages';
import type { Collection } from './catalog';
import { type Document, isDocument } from './document';
import {
  documentOf,
  type FoundRow,
  ReadTooLong,
  refuseScan,
  type Search,
  type SearchCost,
  streamRows,
} from './find-documents';
import { readSort } from './sort-documents';

/** One stage as the SDK sends it, decoded. */
export interface Stage {
  operator: string;
  operand: unknown;
}

/**
 * Runs a pipeline. Leading `$match`, `$sort`, `$skip` and `$limit` are answered by the indexes, the rest is mingo's
 * with our corrections. Documents stream through it; held are the groups, what a `$sort` without limit sorts and the
 * answer itself.
 */
export function aggregateDocuments(
  collection: Collection,
  stages: Stage[],
  scene: PipelineScene,
): { documents: Document[]; cost: SearchCost } {
  const { search, rest } = pushDown(stages);
  if (scene.strict) refuseScan(scene.sql, collection, search, 'database.aggregateDocuments');
  const cost: SearchCost = { examined: 0 };
  const pipeline = rest.map(({ operator, operand }) => ({ [operator]: operand }));
  const found = streamDocuments(streamRows(scene.sql, collection, search, cost, scene.patience));
  try {
    const options = pipelineOptions(scene, cost, wantedOfSorts(rest));
    return { documents: new Aggregator(pipeline, options).run<Document>(found), cost };
  } catch (error) {
    if (error instanceof CloudError || error instanceof ReadTooLong) throw error;
    refuseRequest(`Aggregation failed: ${sayError(error)}`);
  }
}

function* streamDocuments(rows: Iterable<FoundRow>): Generator<Document> {
  for (const row of rows) yield documentOf(row);
}

/** How many documents the skips and the limit directly after a `$sort` leave to be wanted of it. */
function wantedOfSorts(stages: Stage[]): Map<unknown, number> {
  const wanted = new Map<unknown, number>();
  for (const [position, { operator, operand }] of stages.entries()) {
    if (operator !== '$sort') continue;
    const skip = stages[position + 1]?.operator === '$skip' ? 1 : 0;
    const limit = stages[position + 1 + skip];
    if (limit?.operator !== '$limit') continue;
    wanted.set(operand, readCount(limit) + (skip === 0 ? 0 : readCount(stages[position + 1])));
  }
  return wanted;
}

/** Takes from the front what an index can answer: matches, then one sort, then skip and limit. */
function pushDown(stages: Stage[]): { search: Search; rest: Stage[] } {
  const rest = [...stages];
  const search: Search = { filter: {}, sort: [], skip: 0 };
  const filters: Document[] = [];
  while (rest[0]?.operator === '$match') {
    const operand = rest.shift()?.operand;
    if (!isDocument(operand)) refuseRequest('the match filter must be an expression in an object');
    filters.push(operand);
  }
  if (filters.length > 0) search.filter = filters.length === 1 ? (filters[0] ?? {}) : { $and: filters };
  if (rest[0]?.operator === '$sort') search.sort = readSort(rest.shift()?.operand);
  if (rest[0]?.operator === '$skip') search.skip = readCount(rest.shift());
  if (rest[0]?.operator === '$limit') search.limit = readCount(rest.shift());
  return { search, rest };
}

function readCount(stage: Stage | undefined): number {
  const count = stage?.operand;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
  refuseRequest(`${stage?.operator ?? 'the stage'} needs a whole number`);
}
