import { Aggregator } from 'mingo/aggregator';
import { Context, evalExpr } from 'mingo/core';
import type { Iterator } from 'mingo/lazy';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as windows from 'mingo/operators/window';
import { refuseRequest } from '../cloud-error';
import type { Collection } from './catalog';
import { compileFilter } from './compile-filter';
import { type Document, isDocument } from './document';
import { EXPRESSION_OVERRIDES } from './expression-overrides';
import { MINGO_OPTIONS } from './expressions';
import { documentOf, findRows, ReadTooLong, refuseScan, type Search, type SearchCost } from './find-documents';
import { readPosition } from './geo-operators';
import { distanceMeters } from './geometry';
import { countDocuments, groupDocuments } from './group-stage';
import { MISSING, valuesAt } from './path-values';
import { readSort, sortDocuments } from './sort-documents';
import type { Sql } from './sql';

/** Where a pipeline reads: the connection, the collections it may join, whether scans are refused. */
export interface PipelineScene {
  sql: Sql;
  find: (name: string) => Collection;
  strict: boolean;
  /** More rows than this are not visited, see `streamRows`. */
  patience: number;
}

/** mingo's options for one pipeline; a class of operators is a closed union there, ours are plain functions. */
export type PipelineOptions = ConstructorParameters<typeof Aggregator>[1] & { context: Context };

type Stage = (source: Iterator, operand: unknown) => Iterator;

/**
 * mingo's stages with ours in front: `$match` and `$sort` follow the rules of the database, `$lookup` asks the other
 * collection through its indexes, `$group` and `$count` hold no documents, `$geoNear` is missing in mingo. What the
 * stages read is added to `cost`; `wanted` tells of a `$sort`, by its operand, how many documents a limit leaves.
 */
export function pipelineOptions(
  scene: PipelineScene,
  cost: SearchCost,
  wanted: ReadonlyMap<unknown, number>,
): PipelineOptions {
  const group: Stage = (source, operand) => {
    const evaluate = (value: unknown, expression: unknown): unknown =>
      evalExpr(value as never, expression as never, options as never);
    return streamOf(groupDocuments(documentsOf(source), operand, { evaluate, accumulate: evaluate }));
  };
  const stages: Record<string, Stage> = {
    $match: matchStage,
    $sort: (source, operand) => sortStage(source, operand, wanted.get(operand)),
    $group: group,
    $count: (source, operand) => streamOf(countDocuments(documentsOf(source), operand)),
    $sortByCount: (source, operand) =>
      sortStage(group(source, { _id: operand, count: { $sum: 1 } }), { count: -1 }, undefined),
    $geoNear: geoNearStage,
    $lookup: (source, operand) => lookupStage(source, operand, scene, cost, options),
  };
  const context = Context.init({
    expression: EXPRESSION_OVERRIDES,
    pipeline: stages as unknown as Parameters<Context['addPipelineOps']>[0],
  })
    .addExpressionOps({ ...expressions })
    .addPipelineOps({ ...pipeline })
    .addAccumulatorOps({ ...accumulators })
    .addWindowOps({ ...windows });
  const options = { ...MINGO_OPTIONS, context, collectionResolver: (name: string) => readAll(name, scene, cost) };
  return options;
}

const matchStage: Stage = (source, operand) => {
  if (!isDocument(operand)) refuseRequest('the match filter must be an expression in an object');
  const matches = compileFilter(operand);
  return source.filter((document: Document) => matches(document));
};

/** Holds what it sorts, but no more than twice the number `wanted`, when a limit follows. */
function sortStage(source: Iterator, operand: unknown, wanted: number | undefined): Iterator {
  const order = readSort(operand);
  return streamLater(() => sortDocuments(documentsOf(source), order, (document) => document, wanted));
}

function documentsOf(source: Iterator): Iterable<Document> {
  return source as unknown as Iterable<Document>;
}

function streamOf(documents: Iterable<Document>): Iterator {
  return new Aggregator([], MINGO_OPTIONS).stream(documents);
}

/** Nothing is read before the first document is asked for. */
function streamLater(make: () => Iterable<Document>): Iterator {
  function* later(): Generator<Document> {
    yield* make();
  }
  return streamOf(later());
}

/** One indexed question per document; the documents joined count as examined. */
function lookupStage(
  source: Iterator,
  operand: unknown,
  scene: PipelineScene,
  cost: SearchCost,
  options: PipelineOptions,
): Iterator {
  if (!isDocument(operand)) refuseRequest('the $lookup specification must be an object');
  const { from, localField, foreignField, as } = operand;
  if (typeof from !== 'string' || typeof as !== 'string') refuseRequest('$lookup needs from and as');
  if (operand.pipeline !== undefined) return pipeline.$lookup(source, operand as never, options as never);
  if (typeof localField !== 'string' || typeof foreignField !== 'string') {
    refuseRequest('$lookup needs localField and foreignField');
  }
  const foreign = scene.find(from);
  return source.map((document: Document) => {
    const search: Search = { filter: { [foreignField]: { $in: joinValues(document, localField) } }, sort: [], skip: 0 };
    if (scene.strict) refuseScan(scene.sql, foreign, search, '$lookup');
    const joined = findRows(scene.sql, foreign, search, scene.patience);
    cost.examined += joined.cost.examined;
    if (cost.examined > scene.patience) throw new ReadTooLong();
    return { ...document, [as]: joined.rows.map(documentOf) };
  });
}

/** What the other side must equal: each element of an array, null for a missing field. */
function joinValues(document: Document, path: string): unknown[] {
  return valuesAt(document, path).flatMap((value) => {
    if (value === MISSING) return [null];
    return Array.isArray(value) ? (value as unknown[]) : [value];
  });
}

/** A whole collection, for a `$lookup` with a pipeline of its own. */
function readAll(name: string, scene: PipelineScene, cost: SearchCost): Document[] {
  const everything: Search = { filter: {}, sort: [], skip: 0 };
  if (scene.strict) refuseScan(scene.sql, scene.find(name), everything, '$lookup');
  const { rows, cost: read } = findRows(scene.sql, scene.find(name), everything, scene.patience);
  cost.examined += read.examined;
  return rows.map(documentOf);
}

/** Distances in metres, the nearest first. */
const geoNearStage: Stage = (source, operand) => {
  if (!isDocument(operand)) refuseRequest('$geoNear needs a document');
  const { near, distanceField, includeLocs, key, query, maxDistance, minDistance, distanceMultiplier, limit, num } =
    operand;
  const center = readPosition(near) ?? refuseRequest('$geoNear needs near');
  if (typeof distanceField !== 'string') refuseRequest('$geoNear requires a distanceField option as a String');
  const matches = compileFilter(isDocument(query) ? query : {});
  const found: { document: Document; meters: number }[] = [];
  for (const document of source.collect() as Document[]) {
    const place =
      typeof key === 'string' ? document[key] : Object.values(document).find((value) => readPosition(value));
    const position = readPosition(place);
    if (position === undefined || !matches(document)) continue;
    const meters = distanceMeters(center, position);
    if (meters > Number(maxDistance ?? Infinity) || meters < Number(minDistance ?? 0)) continue;
    const shown = { ...document, [distanceField]: meters * Number(distanceMultiplier ?? 1) };
    found.push({ document: typeof includeLocs === 'string' ? { ...shown, [includeLocs]: place } : shown, meters });
  }
  found.sort((left, right) => left.meters - right.meters);
  return streamOf(found.slice(0, Number(limit ?? num ?? found.length)).map(({ document }) => document));
};
