import type { CollectionReference, Db, DocumentReference, Query } from '@cloudbase/database';
import { runScriptAtOnce } from '../../run-script';
import { reportProblem } from '../problems';
import { type Api, ApiError, asyncApi, type Options } from './api';
import { watchQuery } from './cloud-database-watch';
import { type CloudFailure, postJson } from './cloud-request';

type Answer = Record<string, unknown>;

/** WeChat answers a phone with at most this many documents, and with this many when nothing is said. */
const MOST_DOCUMENTS = 20;

/** A program has its database at once, without waiting: so must the phone have the library. */
function loadLibrary(): { Db: typeof Db } {
  if (globalThis.phoneDatabase === undefined) runScriptAtOnce('/app/database-library.js');
  const library = globalThis.phoneDatabase;
  if (library === undefined) throw new Error('the database library did not start');
  library.Db.reqClass = CloudRequest;
  return library;
}

/** How the library sends; answers and failures stay the cloud's own. */
class CloudRequest {
  send(action: string, request: object): Promise<Options> {
    return postJson('cloud.database', '/phone/database', { action, ...request });
  }
}

/**
 * `wx.cloud.database()`: queries and updates are written by CloudBase's own library, sent to the local cloud in the
 * name of the person and answered within the permission of the collection. Arguments and answers are as in WeChat.
 */
export function cloudDatabase(config: Options = {}): Record<string, unknown> {
  const { Db } = loadLibrary();
  const database = new Db({ ...config, throwOnCode: true });
  const geo = Object.entries(database.Geo).map(([name, Shape]) => [name, callable(Shape)]);
  const known = {
    config,
    command: database.command,
    Geo: Object.fromEntries(geo),
    RegExp: database.RegExp,
    serverDate: database.serverDate,
    collection: (name: string) => collectionOf(database.collection(name), name),
  };
  return naming('wx.cloud.database()', known);
}

/** `Geo.Point(…)` is allowed with and without `new`. */
function callable(Shape: unknown): (...values: unknown[]) => unknown {
  // biome-ignore lint/complexity/useArrowFunction: an arrow function cannot be called with `new`
  return function (...values) {
    return Reflect.construct(Shape as new () => object, values);
  };
}

function collectionOf(collection: CollectionReference, name: string) {
  return naming('collection', {
    collectionName: name,
    ...queryOf(collection, name),
    doc: (id: string | number) => documentOf(collection.doc(id), id, name),
    add: called('collection.add', async ({ data }) => {
      const { id } = await collection.add(data as object);
      return { _id: id };
    }),
    aggregate: () => aggregateOf(collection.aggregate()),
  });
}

/** The stages of WeChat's `Aggregate` on a phone; `lookup` is there too, for the cloud to refuse as it does there. */
const STAGES = [
  'addFields',
  'bucket',
  'bucketAuto',
  'count',
  'geoNear',
  'group',
  'limit',
  'lookup',
  'match',
  'project',
  'replaceRoot',
  'sample',
  'skip',
  'sort',
  'sortByCount',
  'unwind',
] as const;

/** `aggregate()`: each stage gives the pipeline so far, `end` sends it and answers with WeChat's `list`. */
function aggregateOf(pipeline: ReturnType<CollectionReference['aggregate']>): Record<string, unknown> {
  const stages = STAGES.map((stage) => [stage, (operand: never) => aggregateOf(pipeline[stage](operand))]);
  const end = called('collection.aggregate', async () => ({ list: (await pipeline.end()).data }));
  return naming('collection.aggregate()', { ...Object.fromEntries(stages), end });
}

function queryOf(query: Query, name: string, limit = MOST_DOCUMENTS): Record<string, unknown> {
  const next = (changed: Query, limited = limit) => naming('collection', queryOf(changed, name, limited));
  const get = async () => ({ data: (await query.limit(limit).get()).data });
  return {
    where: (condition: object) => next(query.where(condition)),
    orderBy: (field: string, order: 'asc' | 'desc') => next(query.orderBy(field, order)),
    limit: (most: number) => next(query, Math.min(most, MOST_DOCUMENTS)),
    skip: (count: number) => next(query.skip(count)),
    field: (projection: object) => next(query.field(projection)),
    get: called('collection.get', get),
    count: called('collection.count', async () => ({ total: (await query.count()).total })),
    update: called('collection.update', async ({ data }) => {
      const { updated } = await query.update(data as object);
      return { stats: { updated } };
    }),
    remove: called('collection.remove', async () => ({ stats: { removed: (await query.remove()).deleted } })),
    watch: (listeners: Options) => watchQuery(async () => (await get()).data, listeners),
  };
}

function documentOf(document: DocumentReference, id: string | number, name: string): Record<string, unknown> {
  const find = async (): Promise<Answer[]> => (await document.get()).data;
  return naming('document', {
    field: (projection: object) => documentOf(document.field(projection), id, name),
    get: called('document.get', async () => {
      const [data] = await find();
      if (data === undefined) throw new ApiError(`document with _id ${id} does not exist`);
      return { data };
    }),
    set: called('document.set', async ({ data }) => {
      const { updated, upsertedId } = await document.set(data as object);
      const created = upsertedId === null || upsertedId === undefined ? 0 : 1;
      return { _id: id, stats: { updated: created === 1 ? 0 : updated, created } };
    }),
    update: called('document.update', async ({ data }) => {
      const { updated } = await document.update(data as object);
      return { stats: { updated } };
    }),
    remove: called('document.remove', async () => ({ stats: { removed: (await document.remove()).deleted } })),
    watch: (listeners: Options) => watchQuery(find, listeners),
  });
}

/** In both of WeChat's forms; what the cloud refuses is told in the name of the call. */
function called(name: string, run: (options: Options) => Promise<Answer>): Api {
  return asyncApi(name, async (options) => {
    try {
      return await run(options);
    } catch (error) {
      if (!isFailure(error)) throw error;
      throw { ...error, errMsg: error.errMsg.replaceAll('cloud.database', name) };
    }
  });
}

function isFailure(error: unknown): error is CloudFailure {
  return typeof error === 'object' && error !== null && 'errMsg' in error && typeof error.errMsg === 'string';
}

/** Names what a program asks for and the phone lacks, instead of "is not a function". */
function naming<T extends Record<string, unknown>>(where: string, known: T): T {
  return new Proxy(known, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name in target || name === 'then') return Reflect.get(target, name);
      reportProblem('missing-api', `${where}.${name}`);
      return undefined;
    },
  });
}
