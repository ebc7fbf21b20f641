import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerClient } from './client-database';
import { CloudError, sayError } from './cloud-error';
import type { Database } from './database/database';
import { isDocument } from './database/document';
import type { FunctionRunner } from './functions/function-runner';
import { answerJson, BodyTooLarge, readBody } from './http-exchange';
import type { RequestLog } from './request-log';
import { cloudPathOf, type FileStore, fileIdOf } from './storage/file-store';

/** What `wx.cloud.callFunction` gives back: a result, or the platform's code and text. */
export type CallResult = { result: unknown; requestID: string } | { errCode: number; errMsg: string };

/** The platform's limits on one call. */
const MAX_CALL_BYTES = 100 * 1024;
const MAX_RESULT_BYTES = 1024 * 1024;
const LINK_SECONDS = 7200;
const CODES: Readonly<Record<string, readonly [number, string]>> = {
  FUNCTION_NOT_FOUND: [-501000, ''],
  FUNCTIONS_EXECUTE_FAIL: [-504002, ' functions execute fail'],
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: [-504002, ' functions execute fail'],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [-504003, ''],
  STORAGE_REQUEST_FAIL: [-403001, ''],
  STORAGE_EXCEED_AUTHORITY: [-503002, ' storage permission denied'],
  STORAGE_FILE_NONEXIST: [-503003, ' storage file not exists'],
  STORAGE_SIGN_PARAM_INVALID: [-503004, ' storage invalid sign parameter'],
  DATABASE_REQUEST_FAILED: [-502001, ' database request fail'],
  DATABASE_PERMISSION_DENIED: [-502003, ' database permission denied'],
  DATABASE_COLLECTION_NOT_EXIST: [-502005, ' database collection not exists'],
  INVALID_PARAM: [-501007, ' invalid parameters'],
};

/** What the phones need of the cloud. */
export interface PhoneParts {
  runner: FunctionRunner | undefined;
  files: FileStore;
  database: Database;
  log: RequestLog;
  /** Real time: links do not expire because the clock was moved. */
  now: () => Date;
  /** Called whenever a person's phone calls a function. */
  noteActive: (openId: string) => void;
}

/** What the phones' `wx.cloud` asks for, each call in the name of its OpenID. */
export class PhoneEndpoint {
  private readonly runner: FunctionRunner | undefined;
  private readonly files: FileStore;
  private readonly database: Database;
  private readonly log: RequestLog;
  private readonly now: () => Date;
  private readonly noteActive: (openId: string) => void;

  constructor(parts: PhoneParts) {
    this.runner = parts.runner;
    this.files = parts.files;
    this.database = parts.database;
    this.log = parts.log;
    this.now = parts.now;
    this.noteActive = parts.noteActive;
  }

  /** Calls a function as a phone does. */
  async call(openId: string, name: string, data: unknown): Promise<CallResult> {
    const requestID = randomUUID();
    const began = performance.now();
    this.noteActive(openId);
    const record = { action: 'phone.callFunction', collection: name, traceId: requestID, examined: 0 };
    try {
      if (Buffer.byteLength(JSON.stringify(data ?? {})) > MAX_CALL_BYTES) return tooLarge();
      if (this.runner === undefined)
        throw new CloudError('FUNCTION_NOT_FOUND', 'This cloud was started without functions.');
      const text = await this.runner.invoke(name, data ?? {}, { openId, source: 'wx_client' }, requestID);
      if (Buffer.byteLength(text) > MAX_RESULT_BYTES) {
        throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'Error: the response is larger than 1 MB');
      }
      this.log.add({ ...record, returned: 1, millis: performance.now() - began });
      return { result: JSON.parse(text) as unknown, requestID };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      this.log.add({ ...record, returned: 0, millis: performance.now() - began, code: error.code });
      return failure('cloud.callFunction', error);
    }
  }

  async respond(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const openId = request.headers['x-open-id'];
    if (request.method !== 'POST' || typeof openId !== 'string' || openId === '') {
      return answerJson(
        response,
        { errCode: -501007, errMsg: 'A phone call is a POST with the header x-open-id.' },
        400,
      );
    }
    // Links start where the page does, so that it may read them whatever name it used for this machine.
    const origin = `http://${request.headers.host}`;
    switch (url.pathname) {
      case '/phone/call':
        return this.answerCall(request, response, openId);
      case '/phone/database':
        return this.answerDatabase(request, response, openId);
      case '/phone/upload':
        return answerJson(response, await this.upload(request, openId, url.searchParams.get('path') ?? ''));
      case '/phone/temp-urls':
        return answerJson(response, {
          fileList: (await readFileList(request)).map((id) => this.linkFor(openId, id, origin)),
        });
      case '/phone/delete-files':
        return answerJson(response, {
          fileList: (await readFileList(request)).map((id) => this.deleteFor(openId, id)),
        });
      default:
        return answerJson(response, { errCode: -501000, errMsg: 'There is nothing at this address.' }, 404);
    }
  }

  private async answerCall(request: IncomingMessage, response: ServerResponse, openId: string): Promise<void> {
    try {
      const body = await readBody(request, MAX_CALL_BYTES + 1024);
      const call: unknown = JSON.parse(body.toString('utf8'));
      if (!isDocument(call) || typeof call.name !== 'string') throw new SyntaxError('name is missing');
      answerJson(response, await this.call(openId, call.name, call.data));
    } catch (error) {
      if (error instanceof BodyTooLarge) {
        response.setHeader('connection', 'close');
        return answerJson(response, tooLarge());
      }
      if (!(error instanceof SyntaxError)) throw error;
      answerJson(response, failure('cloud.callFunction', new CloudError('INVALID_PARAM', error.message)));
    }
  }

  /** What `wx.cloud.database()` sends: the actions of the SDKs, within the permission of the collection. */
  private async answerDatabase(request: IncomingMessage, response: ServerResponse, openId: string): Promise<void> {
    const began = performance.now();
    const record = { action: 'phone.database', examined: 0, returned: 0 };
    try {
      const body: unknown = JSON.parse((await readBody(request, MAX_RESULT_BYTES)).toString('utf8'));
      if (!isDocument(body)) throw new CloudError('INVALID_PARAM', 'The body must be an action.');
      const { data = {}, cost, returned = 0 } = await answerClient(this.database, openId, body, this.now());
      const target = { action: `phone.${String(body.action)}`, collection: String(body.collectionName) };
      this.log.add({ ...record, ...target, ...cost, returned, millis: performance.now() - began });
      answerJson(response, { requestId: randomUUID(), data });
    } catch (error) {
      const refusal = error instanceof SyntaxError ? new CloudError('INVALID_PARAM', error.message) : error;
      if (!(refusal instanceof CloudError)) throw refusal;
      this.log.add({ ...record, millis: performance.now() - began, code: refusal.code });
      answerJson(response, failure('cloud.database', refusal));
    }
  }

  private async upload(request: IncomingMessage, openId: string, cloudPath: string): Promise<object> {
    try {
      await this.files.keep(cloudPath, request, openId);
      this.log.add({ action: 'phone.uploadFile', collection: cloudPath, examined: 0, returned: 1, millis: 0 });
      return { fileID: fileIdOf(cloudPath) };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      return failure('cloud.uploadFile', error);
    }
  }

  /** Files are private: a phone gets links to those that it uploaded itself. */
  private linkFor(openId: string, fileID: unknown, origin: string): object {
    return this.withOwnFile(openId, fileID, (cloudPath) => {
      const file = this.files.find(cloudPath);
      return {
        tempFileURL: file === undefined ? '' : origin + this.files.link(file, LINK_SECONDS, this.now()),
        maxAge: LINK_SECONDS,
      };
    });
  }

  private deleteFor(openId: string, fileID: unknown): object {
    return this.withOwnFile(openId, fileID, (cloudPath) => {
      this.files.remove(cloudPath);
      return {};
    });
  }

  private withOwnFile(openId: string, fileID: unknown, act: (cloudPath: string) => object): object {
    try {
      const cloudPath = cloudPathOf(fileID);
      const file = this.files.find(cloudPath);
      if (file === undefined) throw new CloudError('STORAGE_FILE_NONEXIST', 'storage file not exists');
      if (file.owner !== openId) throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'storage permission denied');
      return { fileID, status: 0, errMsg: 'ok', ...act(cloudPath) };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      return { fileID, tempFileURL: '', status: CODES[error.code]?.[0] ?? -501001, errMsg: error.code };
    }
  }
}

async function readFileList(request: IncomingMessage): Promise<unknown[]> {
  const body: unknown = JSON.parse((await readBody(request, MAX_CALL_BYTES)).toString('utf8'));
  const list = isDocument(body) ? body.fileList : undefined;
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown) => (isDocument(item) ? item.fileID : item));
}

function tooLarge(): CallResult {
  return { errCode: -1, errMsg: 'cloud.callFunction:fail data exceed max size' };
}

function failure(api: string, error: CloudError): { errCode: number; errMsg: string } {
  const [errCode, name] = CODES[error.code] ?? [-501001, ' resource system error'];
  return {
    errCode,
    errMsg: `${api}:fail Error: errCode: ${errCode}${name} | errMsg: ${sayError(error)}; at ${api} api; `,
  };
}
