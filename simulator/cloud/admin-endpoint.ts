import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError, sayError } from './cloud-error';
import type { ActionAnswer, ActionRequest } from './database-actions';
import { answerJson, readBody } from './http-exchange';
import type { RequestLog } from './request-log';

/** What an action is told besides its request. */
export interface ActionScene {
  requestId: string;
  /** The invocation of a function that sent the request, when it came from one. */
  traceId?: string;
}

/** Answers one action; `undefined` when it is not one of its own. */
export type ActionSource = (
  action: string,
  request: ActionRequest,
  scene: ActionScene,
) => Promise<ActionAnswer> | undefined;

/** Documents may be up to 16 MB; a request of several must still fit. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** The endpoint of both SDKs: one URL, the action in the body, errors as `{code, message}` with status 200. */
export class AdminEndpoint {
  private readonly sources: ActionSource[];
  private readonly log: RequestLog;

  constructor(sources: ActionSource[], log: RequestLog) {
    this.sources = sources;
    this.log = log;
  }

  async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    try {
      const body = await readAction(request);
      const traceId = readTraceId(request.url ?? '');
      const answer = await this.answer(body, { requestId, ...(traceId === undefined ? {} : { traceId }) });
      answerJson(response, { requestId, ...(answer.data === undefined ? {} : { data: answer.data }), ...answer.top });
    } catch (error) {
      if (response.destroyed) return;
      if (!(error instanceof CloudError)) console.error('The local cloud failed:', error);
      const code = error instanceof CloudError ? error.code : 'SYS_ERR';
      answerJson(response, { requestId, code, message: sayError(error) });
    }
  }

  private async answer(body: ActionRequest, scene: ActionScene): Promise<ActionAnswer> {
    const action = String(body.action);
    const began = performance.now();
    const record = {
      action,
      ...nameTarget(body),
      ...(scene.traceId === undefined ? {} : { traceId: scene.traceId }),
    };
    try {
      const answer = await this.dispatch(action, body, scene);
      const { examined = 0, index } = answer.cost ?? {};
      const cost = { examined, returned: answer.returned ?? 0, ...(index === undefined ? {} : { index }) };
      this.log.add({ ...record, ...cost, millis: performance.now() - began });
      return answer;
    } catch (error) {
      const code = error instanceof CloudError ? error.code : 'SYS_ERR';
      this.log.add({ ...record, examined: 0, returned: 0, millis: performance.now() - began, code });
      throw error;
    }
  }

  private dispatch(action: string, body: ActionRequest, scene: ActionScene): Promise<ActionAnswer> {
    for (const source of this.sources) {
      const answer = source(action, body, scene);
      if (answer !== undefined) return answer;
    }
    throw new CloudError('INVALID_ACTION', `The local cloud does not offer ${action} yet.`);
  }
}

async function readAction(request: IncomingMessage): Promise<ActionRequest> {
  const body = await readBody(request, MAX_BODY_BYTES);
  if (request.headers['content-type']?.startsWith('multipart/form-data') === true) {
    throw new CloudError(
      'INVALID_ACTION',
      'The local cloud does not offer the WeChat open API (wx.openApi, wx.wxPayApi) yet.',
    );
  }
  try {
    return JSON.parse(body.toString('utf8')) as ActionRequest;
  } catch {
    throw new CloudError('INVALID_PARAM', 'The body of the request is not JSON.');
  }
}

function nameTarget(body: ActionRequest): { collection?: string } {
  const target = body.collectionName ?? body.function_name ?? body.path;
  return typeof target === 'string' ? { collection: target } : {};
}

/** The runner gives each invocation's id to the SDK, which puts it before its own number: `<id>-<time>_<number>`. */
function readTraceId(url: string): string | undefined {
  const seqId = new URL(url, 'http://localhost').searchParams.get('seqId') ?? '';
  const end = seqId.lastIndexOf('-');
  return end > 0 ? seqId.slice(0, end) : undefined;
}
