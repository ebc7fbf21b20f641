import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import type { Iterator } from 'mingo/lazy';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as windows from 'mingo/operators/window';
import { CloudError, refuseRequest, sayError } from '../cloud-error';
import type { Collection } from './catalog';
import { compileFilter } from './compile-filter';
import { type Document, isDocument } from './document';
import { EXPRESSION_OVERRIDES } from './expression-overrides';
import { MINGO_OPTIONS } from './expressions';
import { documentOf, findRows, refuseScan, type Search, type SearchCost } from './find-documents';
import { distanceMeters, type Position } from './geometry';
import { valuesAt } from './path-values';
import { readSort, sortDocuments } from './sort-documents';
import type { Sql } from './sql';

/** One stage as the SDK sends it, decoded. */
export interface Stage {
  operator: string;
  operand: unknown;
}

/** Where a pipeline reads: the connection, the collections it may join, whether scans are refused. */
export interface PipelineScene {
  sql: Sql;
  find: (name: string) => Collection;
  strict: boolean;
  now: Date;
}

type PipelineOperators = Parameters<Context['addPipelineOps']>[0];

/**
 * Runs a pipeline. Leading `$match`, `$sort`, `$skip` and `$limit` are answered by the indexes, `$lookup` asks the
 * other collection once per document through its indexes, the rest is mingo's.
 */
export function aggregateDocuments(
  collection: Collection,
  stages: Stage[],
  scene: PipelineScene,
): { documents: Document[]; cost: SearchCost } {
  const { search, rest } = pushDown(stages);
  if (scene.strict) refuseScan(scene.sql, collection, search, 'database.aggregateDocuments');
  const { rows, cost } = findRows(scene.sql, collection, search);
  const operators = {
    $match: matchStage,
    $sort: sortStage,
    $geoNear: geoNearStage,
    $lookup: (source: Iterator, operand: unknown) => lookupStage(source, operand, scene, cost),
  } as unknown as PipelineOperators;
  const context = Context.init({ expression: EXPRESSION_OVERRIDES, pipeline: operators })
    .addExpressionOps({ ...expressions })
    .addPipelineOps({ ...pipeline })
    .addAccumulatorOps({ ...accumulators })
    .addWindowOps({ ...windows });
  try {
    const aggregator = new Aggregator(
      rest.map(({ operator, operand }) => ({ [operator]: operand })),
      { ...MINGO_OPTIONS, context, collectionResolver: (name: string) => readAll(name, scene, cost) },
    );
    return { documents: aggregator.run(rows.map(documentOf)), cost };
  } catch (error) {
    if (error instanceof CloudError) throw error;
    refuseRequest(`Aggregation failed: ${sayError(error)}`);
  }
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

function matchStage(source: Iterator, operand: unknown): Iterator {
  if (!isDocument(operand)) refuseRequest('the match filter must be an expression in an object');
  const matches = compileFilter(operand);
  return source.filter((document: Document) => matches(document));
}

function sortStage(source: Iterator, operand: unknown): Iterator {
  const order = readSort(operand);
  return source.transform((documents) =>
    pipelineSource(sortDocuments(documents as Document[], order, (document) => document)),
  );
}

function pipelineSource(documents: Document[]): Iterator {
  return new Aggregator([], MINGO_OPTIONS).stream(documents);
}

/** One indexed question per document; the documents joined count as examined. */
function lookupStage(source: Iterator, operand: unknown, scene: PipelineScene, cost: SearchCost): Iterator {
  if (!isDocument(operand)) refuseRequest('the $lookup specification must be an object');
  const { from, localField, foreignField, as } = operand;
  if (typeof from !== 'string' || typeof as !== 'string') refuseRequest('$lookup needs from and as');
  if (operand.pipeline !== undefined) return pipeline.$lookup(source, operand as never, lookupOptions(scene, cost));
  if (typeof localField !== 'string' || typeof foreignField !== 'string')
    refuseRequest('$lookup needs localField and foreignField');
  const foreign = scene.find(from);
  return source.map((document: Document) => {
    const values = valuesAt(document, localField).flatMap((value) =>
      Array.isArray(value) ? (value as unknown[]) : [typeof value === 'symbol' ? null : value],
    );
    const search: Search = { filter: { [foreignField]: { $in: values } }, sort: [], skip: 0 };
    if (scene.strict) refuseScan(scene.sql, foreign, search, '$lookup');
    const joined = findRows(scene.sql, foreign, search);
    cost.examined += joined.cost.examined;
    return { ...document, [as]: joined.rows.map(documentOf) };
  });
}

function lookupOptions(scene: PipelineScene, cost: SearchCost): never {
  const context = Context.init({
    expression: EXPRESSION_OVERRIDES,
    pipeline: { $match: matchStage, $sort: sortStage } as unknown as PipelineOperators,
  })
    .addExpressionOps({ ...expressions })
    .addPipelineOps({ ...pipeline })
    .addAccumulatorOps({ ...accumulators });
  return { ...MINGO_OPTIONS, context, collectionResolver: (name: string) => readAll(name, scene, cost) } as never;
}

function readAll(name: string, scene: PipelineScene, cost: SearchCost): Document[] {
  const { rows, cost: read } = findRows(scene.sql, scene.find(name), { filter: {}, sort: [], skip: 0 });
  cost.examined += read.examined;
  return rows.map(documentOf);
}

function readPoint(value: unknown): Position | undefined {
  const pair = isDocument(value) ? value.coordinates : value;
  if (!Array.isArray(pair)) return undefined;
  const [longitude, latitude]: unknown[] = pair;
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined;
}

/** `$geoNear`: distances in metres, the nearest first. */
function geoNearStage(source: Iterator, operand: unknown): Iterator {
  if (!isDocument(operand)) refuseRequest('$geoNear needs a document');
  const center = readPoint(operand.near) ?? refuseRequest('$geoNear needs near');
  const { distanceField, includeLocs, key, query, maxDistance, minDistance, distanceMultiplier, limit, num } = operand;
  if (typeof distanceField !== 'string') refuseRequest('$geoNear requires a distanceField option as a String');
  const matches = compileFilter(isDocument(query) ? query : {});
  const found: { document: Document; meters: number }[] = [];
  for (const document of source.collect() as Document[]) {
    const place =
      typeof key === 'string' ? document[key] : Object.values(document).find((value) => readPoint(value) !== undefined);
    const position = readPoint(place);
    if (position === undefined || !matches(document)) continue;
    const meters = distanceMeters(center, position);
    if (meters > Number(maxDistance ?? Infinity) || meters < Number(minDistance ?? 0)) continue;
    const shown = { ...document, [distanceField]: meters * Number(distanceMultiplier ?? 1) };
    found.push({ document: typeof includeLocs === 'string' ? { ...shown, [includeLocs]: place } : shown, meters });
  }
  found.sort((left, right) => left.meters - right.meters);
  return pipelineSource(found.slice(0, Number(limit ?? num ?? found.length)).map(({ document }) => document));
}
