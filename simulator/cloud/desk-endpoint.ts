import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock/clock';
import { CloudError, sayError } from './cloud-error';
import type { Database } from './database/database';
import { isDocument } from './database/document';
import type { Faults } from './faults/faults';
import type { FunctionRunner } from './functions/function-runner';
import type { FunctionTimers } from './functions/function-timers';
import { answerJson, readBody } from './http-exchange';
import type { RequestLog } from './request-log';
import { listIdentities } from './seed';
import type { FileStore } from './storage/file-store';
import type { Outbox } from './wechat/outbox';

/** What the desk shows. */
export interface DeskParts {
  database: Database;
  log: RequestLog;
  runner: FunctionRunner | undefined;
  timers: FunctionTimers | undefined;
  outbox: Outbox;
  clock: Clock;
  faults: Faults;
  files: FileStore;
  /** Real time: links go by it. */
  now: () => Date;
}

const MAX_BODY_BYTES = 10_000;

/** `/cloud/…`: what the page beside the phone and the journeys look at and set off. */
export class DeskEndpoint {
  private readonly parts: DeskParts;

  constructor(parts: DeskParts) {
    this.parts = parts;
  }

  async respond(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { database, log, runner } = this.parts;
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /cloud/identities':
        return answerJson(response, listIdentities(database));
      case 'GET /cloud/requests':
        return answerJson(response, log.list());
      case 'POST /cloud/requests/clear':
        log.clear();
        return answerJson(response, {});
      case 'GET /cloud/functions':
        return answerJson(
          response,
          runner?.list().map((each) => ({ ...each, logs: this.recentLogs(each.name) })) ?? [],
        );
      case 'GET /cloud/outbox':
        return answerJson(response, this.parts.outbox.list());
      case 'GET /cloud/invocations':
        return answerJson(response, runner?.invocations.list() ?? []);
      case 'GET /cloud/logs':
        return answerJson(response, runner?.logs.since(Number(url.searchParams.get('since') ?? 0)) ?? []);
      case 'POST /cloud/timers/run':
        return this.runTimer(request, response);
      default:
        return answerJson(response, { message: 'There is nothing at this address.' }, 404);
    }
  }

  private recentLogs(name: string): object[] {
    return (
      this.parts.runner?.logs
        .since(0)
        .filter(({ functionName }) => functionName === name)
        .slice(-50) ?? []
    );
  }

  private async runTimer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const body: unknown = JSON.parse((await readBody(request, MAX_BODY_BYTES)).toString('utf8'));
      const { function: functionName, timer } = isDocument(body) ? body : {};
      const { timers } = this.parts;
      if (timers === undefined) throw new CloudError('FUNCTION_NOT_FOUND', 'This cloud was started without functions.');
      const text = await timers.run(String(functionName), String(timer));
      answerJson(response, { result: JSON.parse(text) as unknown });
    } catch (error) {
      const code = error instanceof CloudError ? error.code : 'INVALID_PARAM';
      answerJson(response, { code, message: sayError(error) }, 400);
    }
  }
}
