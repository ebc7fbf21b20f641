import { CloudError } from './cloud-error';
import { type ClientAction, mayClient, ownCondition } from './database/client-permission';
import type { Database } from './database/database';
import { type Document, isDocument } from './database/document';
import { decodeDocument, encodeEjson } from './database/ejson';
import { type ActionAnswer, type ActionRequest, DATABASE_ACTIONS } from './database-actions';
import { collectionOf, readDocument } from './read-request';

const AGGREGATE = 'database.aggregateDocuments';

/** The actions of `wx.cloud.database()`, by what they need. */
const ACTIONS: Readonly<Record<string, ClientAction>> = {
  'database.getDocument': 'read',
  'database.calculateDocument': 'read',
  'database.insertDocument': 'create',
  'database.modifyDocument': 'update',
  'database.removeDocument': 'delete',
  [AGGREGATE]: 'read',
};

/** Answers an action in the name of a phone: within the collection's permission, new documents marked as its own. */
export async function answerClient(
  database: Database,
  openId: string,
  request: ActionRequest,
  now: Date,
): Promise<ActionAnswer> {
  const name = String(request.action);
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  const answer = DATABASE_ACTIONS[name];
  if (action === undefined || answer === undefined || request.transactionId !== undefined) {
    throw new CloudError('INVALID_ACTION', `The local cloud does not offer ${name} to the phone.`);
  }
  const client = { openId, permission: database.catalog.need(collectionOf(request)).permission, now };
  if (action === 'create') return answer(database, stampAll(request, client), now);
  if (name === AGGREGATE) return answer(database, narrowPipeline(request, client), now);
  const narrowed = narrow(action, request, client);
  const changed = action === 'update' ? keepOwner(narrowed, client) : narrowed;
  return answer(database, changed, now);
}

interface Client {
  openId: string;
  permission: Parameters<typeof mayClient>[1];
  now: Date;
}

function denied(): never {
  throw new CloudError('DATABASE_PERMISSION_DENIED', 'Permission denied.');
}

/** `{openid}` in a query stands for the person; presets then show only what the person may see. */
function narrow(action: ClientAction, request: ActionRequest, client: Client): ActionRequest {
  const filter = mayFind(action, readDocument(request, 'query', client.now), client);
  if (request.multi === true && action !== 'read' && typeof client.permission === 'string') {
    throw new CloudError('INVALID_PARAM', 'From the phone one document is changed at a time: use doc().');
  }
  return { ...request, query: encodeEjson(filter) };
}

/** The query as it may be asked. @throws CloudError for one that could find what the person may not see */
function mayFind(action: ClientAction, query: Document, { openId, permission }: Client): Document {
  const asked = query._openid === '{openid}' ? { ...query, _openid: openId } : query;
  const own = ownCondition(action, permission, openId);
  const filter = Object.hasOwn(asked, '_openid') ? { $and: [asked, own] } : { ...asked, ...own };
  return mayClient(action, permission, openId, { query: filter }) ? filter : denied();
}

/**
 * What the reference of `Aggregate` lists with 小程序 2.7.4; `lookup` (联表查询: 不支持在小程序端使用) and whatever else
 * would read a second collection are not for the phone. That these are refused as a lack of permission is what
 * programs report of `lookup`.
 */
const PHONE_STAGES = [
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$geoNear',
  '$group',
  '$limit',
  '$match',
  '$project',
  '$replaceRoot',
  '$sample',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
];

/**
 * A pipeline reads what its leading `match` finds (`geoNear`, which must come first, has a query of its own), so that
 * is what the permission looks at, as it does at the query of a `get`. Unverified: WeChat's guide to security rules
 * says nothing of pipelines.
 */
function narrowPipeline(request: ActionRequest, client: Client): ActionRequest {
  const stages: unknown[] = Array.isArray(request.stages) ? request.stages : [];
  if (stages.some((stage) => !isDocument(stage) || !PHONE_STAGES.includes(String(stage.stageKey)))) denied();
  const [first, ...others] = stages.filter(isDocument);
  const operand = (): Document => decodeDocument(String(first?.stageValue), client.now);
  if (first?.stageKey === '$geoNear') {
    const near = operand();
    const query = mayFind('read', isDocument(near.query) ? near.query : {}, client);
    return { ...request, stages: [{ ...first, stageValue: encodeEjson({ ...near, query }) }, ...others] };
  }
  const isMatch = first?.stageKey === '$match';
  const filter = mayFind('read', isMatch ? operand() : {}, client);
  return {
    ...request,
    stages: [{ stageKey: '$match', stageValue: encodeEjson(filter) }, ...(isMatch ? others : stages)],
  };
}

/** The owner of a document is never changed from the phone; what `set` writes anew belongs to who writes it. */
function keepOwner(request: ActionRequest, client: Client): ActionRequest {
  const update = readDocument(request, 'data', client.now);
  if (request.merge !== false) {
    const touched = Object.values(update).flatMap((fields) =>
      isDocument(fields) ? [...Object.keys(fields), ...Object.values(fields).map(String)] : [],
    );
    if (touched.some((path) => path.split('.')[0] === '_openid')) refuseOwner();
    return { ...request, upsert: false };
  }
  const document = stamp(update, client);
  if (!mayClient('create', client.permission, client.openId, { document })) denied();
  return { ...request, data: encodeEjson(document) };
}

function stampAll(request: ActionRequest, client: Client): ActionRequest {
  const { data } = request;
  if (!Array.isArray(data)) throw new CloudError('INVALID_PARAM', 'data must be a list.');
  const documents = data.map((text: unknown) => stamp(readDocument({ text }, 'text', client.now), client));
  const may = documents.every((document) => mayClient('create', client.permission, client.openId, { document }));
  return may ? { ...request, data: documents.map(encodeEjson) } : denied();
}

function stamp(document: Document, { openId }: Client): Document {
  if (Object.hasOwn(document, '_openid')) refuseOwner();
  return { ...document, _openid: openId };
}

function refuseOwner(): never {
  throw new CloudError('INVALID_PARAM', 'The field _openid is set by the cloud.');
}
