import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock/clock';
import { CloudError, sayError } from './cloud-error';
import type { Database } from './database/database';
import { isDocument } from './database/document';
import { DESK_COMMANDS } from './desk/desk-commands';
import { serveDeskPage } from './desk/desk-page';
import { DESK_VIEWS } from './desk/desk-views';
import type { Faults } from './faults/faults';
import type { FunctionRunner } from './functions/function-runner';
import type { FunctionTimers } from './functions/function-timers';
import { answerJson, readBody } from './http-exchange';
import type { RequestLog } from './request-log';
import type { FileStore } from './storage/file-store';
import type { OpenApi } from './wechat/open-api';
import type { Outbox } from './wechat/outbox';

/** What the desk shows and sets off. */
export interface DeskParts {
  database: Database;
  log: RequestLog;
  runner: FunctionRunner | undefined;
  timers: FunctionTimers | undefined;
  outbox: Outbox;
  openApi: OpenApi;
  clock: Clock;
  faults: Faults;
  files: FileStore;
  /** Real time: links go by it. */
  now: () => Date;
}

const MAX_BODY_BYTES = 100_000;

/** `/cloud/…`: what the admin page, the page beside the phone and the journeys look at and set off. */
export class DeskEndpoint {
  private readonly parts: DeskParts;

  constructor(parts: DeskParts) {
    this.parts = parts;
  }

  async respond(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { pathname } = url;
    if (request.method === 'GET' && serveDeskPage(pathname, response)) return;
    const view = request.method === 'GET' ? DESK_VIEWS[pathname] : undefined;
    if (view !== undefined) return answerJson(response, await view(this.parts, url));
    const command = request.method === 'POST' ? DESK_COMMANDS[pathname] : undefined;
    if (command === undefined) return answerJson(response, { message: 'There is nothing at this address.' }, 404);
    try {
      const text = (await readBody(request, MAX_BODY_BYTES)).toString('utf8');
      const body: unknown = text === '' ? {} : JSON.parse(text);
      answerJson(response, (await command(this.parts, isDocument(body) ? body : {})) ?? {});
    } catch (error) {
      const code = error instanceof CloudError ? error.code : 'INVALID_PARAM';
      answerJson(response, { code, message: sayError(error) }, 400);
    }
  }
}
