import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionSource, AdminEndpoint } from './admin-endpoint';
import { Clock } from './clock/clock';
import { CloudError, sayError } from './cloud-error';
import { Database } from './database/database';
import { type DatabaseFile, openDatabaseFile } from './database/database-file';
import type { Document } from './database/document';
import { DATABASE_ACTIONS } from './database-actions';
import { DeskEndpoint } from './desk-endpoint';
import type { FunctionDeclaration } from './function-declaration';
import { FunctionRunner } from './functions/function-runner';
import { FunctionTimers } from './functions/function-timers';
import { answerJson, isFromPage, isLocalHost, isSameOrigin } from './http-exchange';
import { type CallResult, PhoneEndpoint } from './phone-endpoint';
import { RequestLog } from './request-log';
import { sdkEnvironment } from './sdk-environment';
import { type Identity, isUnplanted, listIdentities, plantSeed, type Seed } from './seed';
import { FileStore } from './storage/file-store';
import { StorageActions } from './storage/storage-actions';
import { StorageEndpoint } from './storage/storage-endpoint';

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
  /** Nothing has been seeded yet and no collection holds a document. */
  isUnplanted(): boolean;
  collections(): string[];
  /** Every document of a collection in natural order, read without the SDK. */
  documents(collection: string): Document[];
  identities(): Identity[];
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
  const database = new Database(file.sql, file.path, { strict: options.strict ?? true, now: () => clock.now() });
  const files = new FileStore(join(folder, 'storage'), file.sql, database.catalog);
  const declare = (declarations: FunctionDeclaration[]) => {
    for (const { collections } of declarations) database.declare(collections ?? {});
  };
  declare(options.declarations ?? []);
  const url = await listen(server, options.port ?? 0);
  const runner = startRunner(options, url, declare, clock);
  const timers = runner === undefined ? undefined : new FunctionTimers({ runner, clock, firesTwice: () => false });
  const storage = new StorageActions(files, now, () => url);
  const phone = new PhoneEndpoint({ runner, files, log, now });
  const admin = new AdminEndpoint(
    [databaseActions(database, clock), storageActions(storage), functionActions(runner)],
    log,
  );
  const desk = new DeskEndpoint({ database, log, runner, timers });
  const stored = new StorageEndpoint(files, storage, now);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    route({ admin, phone, desk, stored }, request, response, options.elsewhere).catch((error: unknown) => {
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
    isUnplanted: () => isUnplanted(database),
    collections: () => database.catalog.names(),
    documents: (name) => database.all(name),
    identities: () => listIdentities(database),
    seed: (seed) => plantSeed(seed, database, files),
    call: (openId, name, data) => phone.call(openId, name, data),
    runTimer: (name, timer) => runTimer(timers, name, timer),
    async close() {
      timers?.close();
      await runner?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
      file.close();
      if (options.data === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

/** What a child process needs of the machine; nothing else of ours reaches the functions. */
const SYSTEM_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'];

function startRunner(
  options: CloudOptions,
  url: string,
  declare: (declarations: FunctionDeclaration[]) => void,
  clock: Clock,
): FunctionRunner | undefined {
  if (options.functionsRoot === undefined) return undefined;
  const system = SYSTEM_VARIABLES.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  // The platform's containers run in UTC.
  const environment = { ...Object.fromEntries(system), TZ: 'UTC', ...sdkEnvironment(url) };
  return new FunctionRunner({
    root: options.functionsRoot,
    environment,
    programEnvironment: options.environment ?? {},
    instances: options.instancesPerFunction ?? 4,
    clock,
    declare,
  });
}

function databaseActions(database: Database, clock: Clock): ActionSource {
  return (action, request) => {
    const answer = DATABASE_ACTIONS[action];
    return answer === undefined ? undefined : Promise.resolve().then(() => answer(database, request, clock.now()));
  };
}

function storageActions(storage: StorageActions): ActionSource {
  return (action, request) => {
    if (!action.startsWith('storage.')) return undefined;
    const answer = storage.answer(action, request);
    return answer === undefined ? undefined : Promise.resolve(answer);
  };
}

/** A function calling another: the person at the phone and the chain of callers go with it. */
function functionActions(runner: FunctionRunner | undefined): ActionSource {
  return (action, request, { requestId, traceId }) => {
    if (action !== 'functions.invokeFunction') return undefined;
    if (runner === undefined) throw new CloudError('FUNCTION_NOT_FOUND', 'This cloud was started without functions.');
    const calling = runner.callerOf(traceId);
    const caller = calling === undefined ? { source: 'scf' } : { ...calling, source: `${calling.source},scf` };
    const text = typeof request.request_data === 'string' && request.request_data !== '' ? request.request_data : '{}';
    const invoked = runner.invoke(String(request.function_name), JSON.parse(text), caller, requestId);
    return invoked.then((result) => ({ data: { response_data: result }, returned: 1 }));
  };
}

async function runTimer(timers: FunctionTimers | undefined, name: string, timer: string): Promise<CallResult> {
  if (timers === undefined) throw new CloudError('FUNCTION_NOT_FOUND', 'This cloud was started without functions.');
  const text = await timers.run(name, timer);
  return { result: JSON.parse(text) as unknown, requestID: '' };
}

interface Endpoints {
  admin: AdminEndpoint;
  phone: PhoneEndpoint;
  desk: DeskEndpoint;
  stored: StorageEndpoint;
}

async function route(
  { admin, phone, desk, stored }: Endpoints,
  request: IncomingMessage,
  response: ServerResponse,
  elsewhere: CloudOptions['elsewhere'],
): Promise<void> {
  if (!isLocalHost(request)) return answerJson(response, { message: 'This server answers only to localhost.' }, 403);
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/admin' && request.method === 'POST') {
    return isFromPage(request) ? refuseOrigin(response) : admin.respond(request, response);
  }
  if (url.pathname.startsWith('/phone/'))
    return isSameOrigin(request) ? phone.respond(request, response, url) : refuseOrigin(response);
  if (url.pathname.startsWith('/cloud/'))
    return isSameOrigin(request) ? desk.respond(request, response, url) : refuseOrigin(response);
  if (url.pathname.startsWith('/storage/')) return stored.respond(request, response, url);
  const answered = (await elsewhere?.(request, response)) === true;
  if (!answered) answerJson(response, { message: 'There is nothing at this address.' }, 404);
}

function refuseOrigin(response: ServerResponse): void {
  answerJson(response, { message: 'This server answers only to its own pages.' }, 403);
}
