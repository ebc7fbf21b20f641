import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseActions, functionActions, type InvokeHere, storageActions } from './action-sources';
import { AdminEndpoint } from './admin-endpoint';
import { Clock } from './clock/clock';
import { CloudError, sayError } from './cloud-error';
import { Database } from './database/database';
import { type DatabaseFile, openDatabaseFile } from './database/database-file';
import type { Document } from './database/document';
import { DeskEndpoint } from './desk-endpoint';
import { type FaultSettings, Faults } from './faults/faults';
import type { FunctionDeclaration } from './function-declaration';
import { type FunctionRunner, LOCAL_APP_ID } from './functions/function-runner';
import { FunctionTimers } from './functions/function-timers';
import { startRunner } from './functions/start-runner';
import { answerJson } from './http-exchange';
import { type CallResult, PhoneEndpoint } from './phone-endpoint';
import { RequestLog } from './request-log';
import { type Endpoints, routeRequest } from './route-request';
import { sdkEnvironment } from './sdk-environment';
import { type Identity, isUnplanted, listIdentities, plantSeed, type Seed } from './seed';
import { FileStore } from './storage/file-store';
import { StorageActions } from './storage/storage-actions';
import { StorageEndpoint } from './storage/storage-endpoint';
import type { MessageTemplate } from './wechat/message-templates';
import { OpenApi, type WeChatEvent } from './wechat/open-api';
import { openApiActions } from './wechat/open-api-actions';
import { Outbox } from './wechat/outbox';
import { SubscriptionEndpoint } from './wechat/subscription-endpoint';
import { Subscriptions } from './wechat/subscriptions';
import { WeChatEndpoint } from './wechat/wechat-endpoint';

/** How a local cloud is started. */
export interface CloudOptions {
  /** Folder of the database file and the storage; absent: a temporary one, gone on close. */
  data?: string;
  /** Deletes what the folder holds before the start. */
  fresh?: boolean;
  /**
   * What survives once it was answered: NORMAL (default) a killed process, FULL also a power cut, OFF (default of a
   * temporary folder) neither for sure.
   */
  sync?: 'OFF' | 'NORMAL' | 'FULL';
  /** Folder holding one built cloud function each (`<name>/index.js` and `function.json`). */
  functionsRoot?: string;
  /** Declarations whose collections and indexes are made when there is no `functionsRoot`. */
  declarations?: FunctionDeclaration[];
  /** Without a `functionsRoot`: functions of this process, for when one calls another. */
  invokeHere?: InvokeHere;
  /** Default 0: any free one. */
  port?: number;
  /** Given to the functions: to each what its declaration names, or all when it names none. */
  environment?: Record<string, string>;
  /** Default true: searches without an index, lists without a limit and empty conditions of writes are refused. */
  strict?: boolean;
  /** Default 4. */
  instancesPerFunction?: number;
  /** Real time, `new Date()` when absent: what links, upload permits and the start of the clock go by. */
  now?: () => Date;
  /** Where the cloud's clock begins; absent: at real time. */
  startAt?: Date;
  /** Default true: declared timers fire by the clock; false: by hand alone, so that nothing joins what is counted. */
  timers?: boolean;
  /** What goes wrong on purpose from the start. */
  faults?: Partial<FaultSettings>;
  /** The account's message templates; absent: any id is one. */
  templates?: MessageTemplate[];
  /** Answers requests that are none of the cloud's own; false when it does not either. */
  elsewhere?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
}

/** A running local cloud. */
export interface Cloud {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** Environment variables that make the unmodified SDKs talk to this cloud. */
  sdkEnvironment: Record<string, string>;
  /** What was asked and what it cost, since the last clear. */
  requests: RequestLog;
  /** What functions, timers and the database's own dates go by. */
  clock: Clock;
  /** What goes wrong on purpose. */
  faults: Faults;
  /** Everything that was sent to WeChat. */
  outbox: Outbox;
  /** WeChat's side: its next answers can be written beforehand. */
  openApi: Pick<OpenApi, 'answerNext'>;
  /** Nothing has been seeded yet and no collection holds a document. */
  isUnplanted(): boolean;
  collections(): string[];
  /** Every document of a collection in natural order, read without the SDK. */
  documents(collection: string): Document[];
  identities(): Identity[];
  /** How many rows were written since the start, those of indexes included: equal before and after is "nothing was". */
  writes(): number;
  /**
   * Remembers the database as it is: documents, identities, what people agreed to. Files in the storage, the outbox
   * and the clock are left out.
   *
   * @returns how to have it back, as often as wanted; transactions that are open then are ended
   */
  snapshot(): () => void;
  /** Inserts documents, files and identities; refuses collections that are not declared. */
  seed(seed: Seed): Promise<void>;
  /** What `wx.cloud.callFunction` does on the phone of `openId`. */
  call(openId: string, functionName: string, data: unknown): Promise<CallResult>;
  /** Fires a declared timer now. */
  runTimer(functionName: string, timerName: string): Promise<CallResult>;
  close(): Promise<void>;
}

/** Clients that reuse connections must not meet one that is just being closed. */
const KEEP_ALIVE_MS = 60_000;

/** Opens the database and starts the server; the promise fails with a sentence when either is impossible. */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const folder = options.data ?? mkdtempSync(join(tmpdir(), 'local-cloud-'));
  const file = openDatabaseFile(folder, {
    synchronous: options.sync ?? (options.data === undefined ? 'OFF' : 'NORMAL'),
    fresh: options.fresh ?? false,
  });
  const server = createServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  try {
    return await openCloud(options, folder, file, server);
  } catch (error) {
    server.close();
    file.close();
    throw error;
  }
}

async function openCloud(options: CloudOptions, folder: string, file: DatabaseFile, server: Server): Promise<Cloud> {
  const now = options.now ?? (() => new Date());
  const clock = new Clock(now, options.startAt);
  const log = new RequestLog();
  const faults = new Faults();
  faults.set(options.faults ?? {});
  const database = new Database(file.sql, file.path, { strict: options.strict ?? true, now: () => clock.now() });
  const files = new FileStore(join(folder, 'storage'), file.sql, database.catalog);
  const declare = (declarations: FunctionDeclaration[]) => {
    for (const { collections } of declarations) database.declare(collections ?? {});
  };
  declare(options.declarations ?? []);
  const url = await listen(server, options.port ?? 0);
  const runner = startRunner(options, url, declare, clock);
  const timers = startTimers(options, runner, clock, faults);
  const endpoints = openEndpoints({
    options,
    now,
    clock,
    log,
    faults,
    database,
    files,
    url,
    runner,
    timers,
    file,
  });
  const { phone, outbox, openApi } = endpoints;
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    routeRequest(endpoints, request, response).catch((error: unknown) => {
      // Whoever asked has left: a download broken off is no failure of ours.
      if (response.destroyed) return;
      console.error('The local cloud failed:', error);
      if (!response.headersSent) answerJson(response, { message: sayError(error) }, 500);
      else response.destroy();
    });
  });
  return {
    url,
    sdkEnvironment: sdkEnvironment(url),
    requests: log,
    clock,
    faults,
    outbox,
    openApi,
    isUnplanted: () => isUnplanted(database),
    collections: () => database.catalog.names(),
    documents: (name) => database.all(name),
    identities: () => listIdentities(database),
    writes: () => Number(file.sql.rows('SELECT total_changes()', [])[0]?.[0]),
    snapshot: () => database.snapshot(),
    seed: (seed) => plantSeed(seed, database, files),
    call: (openId, name, data) => phone.call(openId, name, data),
    runTimer: (name, timer) => runTimer(timers, name, timer),
    async close() {
      timers?.close();
      openApi.close();
      await runner?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
      file.close();
      if (options.data === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface CloudParts {
  options: CloudOptions;
  now: () => Date;
  clock: Clock;
  log: RequestLog;
  faults: Faults;
  database: Database;
  files: FileStore;
  file: DatabaseFile;
  url: string;
  runner: FunctionRunner | undefined;
  timers: FunctionTimers | undefined;
}

/** Everything that answers requests, and WeChat's side, which only they reach. */
function openEndpoints(parts: CloudParts): Endpoints & { outbox: Outbox; openApi: OpenApi } {
  const { options, now, clock, log, faults, database, files, url, runner, timers } = parts;
  const outbox = new Outbox();
  const lastActive = new Map<string, Date>();
  const noteActive = (openId: string) => void lastActive.set(openId, clock.now());
  const storage = new StorageActions(files, now, () => url);
  const subscriptions = new Subscriptions(parts.file.sql);
  const openApi = new OpenApi({
    clock,
    outbox,
    subscriptions,
    templates: options.templates,
    appId: LOCAL_APP_ID,
    lastActive: (openId) => lastActive.get(openId),
    deliver: (event) => deliverEvent(event, runner, faults),
  });
  const sources = [
    databaseActions(database, clock),
    storageActions(storage),
    functionActions(runner, options.invokeHere),
    openApiActions(openApi),
  ];
  return {
    outbox,
    openApi,
    admin: new AdminEndpoint(sources, log, faults),
    phone: new PhoneEndpoint({ runner, files, database, log, now, noteActive }),
    subscriptions: new SubscriptionEndpoint(subscriptions, options.templates),
    desk: new DeskEndpoint({ database, log, runner, timers, outbox, openApi, clock, faults, files, now }),
    stored: new StorageEndpoint(files, storage, now),
    wechat: new WeChatEndpoint(openApi, clock),
    elsewhere: options.elsewhere,
  };
}

function startTimers(
  { timers: byClock = true }: CloudOptions,
  runner: FunctionRunner | undefined,
  clock: Clock,
  faults: Faults,
): FunctionTimers | undefined {
  if (runner === undefined) return undefined;
  return new FunctionTimers({ runner, clock, byClock, firesTwice: () => faults.settings().doubleTimers });
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

/** To every function that declares the event; WeChat drops the result, a failure stands in the function's log. */
function deliverEvent(event: WeChatEvent, runner: FunctionRunner | undefined, faults: Faults): void {
  for (const { name, events = [] } of runner?.declarations() ?? []) {
    if (!events.includes(event.Event)) continue;
    const times = faults.settings().doubleEvents ? 2 : 1;
    for (let count = 0; count < times; count++)
      runner?.invoke(name, event, { source: 'wx_unknown' }).catch(() => undefined);
  }
}

async function runTimer(timers: FunctionTimers | undefined, name: string, timer: string): Promise<CallResult> {
  if (timers === undefined) throw new CloudError('FUNCTION_NOT_FOUND', 'This cloud was started without functions.');
  const text = await timers.run(name, timer);
  return { result: JSON.parse(text) as unknown, requestID: '' };
}
