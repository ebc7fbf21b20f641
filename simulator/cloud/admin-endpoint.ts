import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError, sayError } from './cloud-error';
import type { ActionAnswer, ActionRequest } from './database-actions';
import type { Faults, RequestFate } from './faults/faults';
import { plannedConflict, survives } from './faults/meet-fate';
import { answerJson, readBody } from './http-exchange';
import type { RequestLog } from './request-log';
import { readMultipart } from './wechat/multipart';

/** What an action is told besides its request. */
export interface ActionScene {
  requestId: string;
  /** The invocation of a function that sent the request, when it came from one. */
  traceId?: string;
}

/** An answer of bytes instead of JSON: protobuf of WeChat's open API. */
export interface RawAnswer {
  raw: Buffer;
}

/** Answers one action; `undefined` when it is not one of its own. */
export type ActionSource = (
  action: string,
  request: ActionRequest,
  scene: ActionScene,
) => Promise<ActionAnswer | RawAnswer> | undefined;

/** Documents may be up to 16 MB; a request of several must still fit. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** The endpoint of both SDKs: one URL, the action in the body, errors as `{code, message}` with status 200. */
export class AdminEndpoint {
  private readonly sources: ActionSource[];
  private readonly log: RequestLog;
  private readonly faults: Faults;

  constructor(sources: ActionSource[], log: RequestLog, faults: Faults) {
    this.sources = sources;
    this.log = log;
    this.faults = faults;
  }

  async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    try {
      const body = await readAction(request);
      if (!(await this.faults.line.passes(String(body.action)))) throw lineBroken();
      const traceId = readTraceId(request.url ?? '');
      const fate = this.faults.next(typeof body.transactionId === 'string');
      if (!(await survives(fate, response))) return;
      const answer = await this.answer(body, { requestId, ...(traceId === undefined ? {} : { traceId }) }, fate);
      if (this.faults.line.isBroken) throw lineBroken();
      if (fate.ending === 'lostAnswer') return void response.destroy();
      if ('raw' in answer) {
        // The SDK takes everything that is not JSON for protobuf.
        response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(answer.raw);
        return;
      }
      answerJson(response, { requestId, ...(answer.data === undefined ? {} : { data: answer.data }), ...answer.top });
    } catch (error) {
      if (response.destroyed) return;
      if (!(error instanceof CloudError)) console.error('The local cloud failed:', error);
      const code = error instanceof CloudError ? error.code : 'SYS_ERR';
      answerJson(response, { requestId, code, message: sayError(error) });
    }
  }

  private async answer(body: ActionRequest, scene: ActionScene, fate: RequestFate): Promise<ActionAnswer | RawAnswer> {
    const action = String(body.action);
    const began = performance.now();
    const record = {
      action,
      ...nameTarget(body),
      ...(scene.traceId === undefined ? {} : { traceId: scene.traceId }),
    };
    try {
      if (fate.ending === 'conflict') await this.conflict(body, scene);
      const answer = await this.dispatch(action, body, scene);
      const { cost: spent, returned = 0 }: ActionAnswer = 'raw' in answer ? { returned: 1 } : answer;
      const { examined = 0, index } = spent ?? {};
      const cost = { examined, returned, ...(index === undefined ? {} : { index }) };
      this.log.add({ ...record, ...cost, millis: performance.now() - began });
      return answer;
    } catch (error) {
      const code = error instanceof CloudError ? error.code : 'SYS_ERR';
      this.log.add({ ...record, examined: 0, returned: 0, millis: performance.now() - began, code });
      throw error;
    }
  }

  /** A conflict ends the transaction, on purpose as by accident. */
  private async conflict({ transactionId }: ActionRequest, scene: ActionScene): Promise<never> {
    await this.dispatch('database.abortTransaction', { transactionId }, scene);
    throw plannedConflict();
  }

  private dispatch(action: string, body: ActionRequest, scene: ActionScene): Promise<ActionAnswer | RawAnswer> {
    for (const source of this.sources) {
      const answer = source(action, body, scene);
      if (answer !== undefined) return answer;
    }
    throw new CloudError('INVALID_ACTION', `The local cloud does not offer ${action} yet.`);
  }
}

/** In JSON: the SDKs die of an answer that is none, and send again what was cut off. */
const lineBroken = () => new CloudError('LINE_BROKEN', 'the line is broken');

async function readAction(request: IncomingMessage): Promise<ActionRequest> {
  const body = await readBody(request, MAX_BODY_BYTES);
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return readForm(contentType, body);
  try {
    return JSON.parse(body.toString('utf8')) as ActionRequest;
  } catch {
    throw new CloudError('INVALID_PARAM', 'The body of the request is not JSON.');
  }
}

/** The open API's requests: texts, but for the message itself. */
function readForm(contentType: string, body: Buffer): ActionRequest {
  const parts = readMultipart(contentType, body);
  if (parts === undefined) throw new CloudError('INVALID_PARAM', 'The form of the request has no boundary.');
  const fields = [...parts].map(([name, value]) => [name, name === 'requestData' ? value : value.toString('utf8')]);
  return Object.fromEntries(fields) as ActionRequest;
}

function nameTarget(body: ActionRequest): { collection?: string } {
  const target = body.collectionName ?? body.function_name ?? body.path ?? body.apiName;
  return typeof target === 'string' ? { collection: target } : {};
}

/** The runner gives each invocation's id to the SDK, which puts it before its own number: `<id>-<time>_<number>`. */
function readTraceId(url: string): string | undefined {
  const seqId = new URL(url, 'http://localhost').searchParams.get('seqId') ?? '';
  const end = seqId.lastIndexOf('-');
  return end > 0 ? seqId.slice(0, end) : undefined;
}
