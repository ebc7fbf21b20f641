import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDocument } from '../database/document';
import { answerJson, readBody } from '../http-exchange';
import type { MessageTemplate } from './message-templates';
import type { Subscriptions } from './subscriptions';

const MAX_BODY_BYTES = 10_000;

/**
 * `POST /phone/subscriptions` and `POST /phone/employee-relation`, both `{accepted: [templateId, …]}` with the header
 * `x-open-id`: what a person agreed to in the dialogs of the phone. `GET /phone/templates` lists what may be asked for:
 * `{"data": […]}`, or `{}` when any id may.
 */
export class SubscriptionEndpoint {
  private readonly subscriptions: Subscriptions;
  private readonly templates: MessageTemplate[] | undefined;

  constructor(subscriptions: Subscriptions, templates: MessageTemplate[] | undefined) {
    this.subscriptions = subscriptions;
    this.templates = templates;
  }

  async respond(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (url.pathname === '/phone/templates') return answerJson(response, { data: this.templates });
    const openId = request.headers['x-open-id'];
    const accepted = readAccepted((await readBody(request, MAX_BODY_BYTES)).toString('utf8'));
    if (request.method !== 'POST' || typeof openId !== 'string' || openId === '' || accepted === undefined)
      return answerJson(response, { message: 'Send {"accepted": [templateId]} with the header x-open-id.' }, 400);
    if (url.pathname === '/phone/employee-relation') {
      for (const templateId of accepted) this.subscriptions.bindEmployee(openId, templateId);
      return answerJson(response, {});
    }
    for (const templateId of accepted) this.subscriptions.accept(openId, templateId);
    const left = accepted.map((templateId) => [templateId, this.subscriptions.left(openId, templateId)]);
    answerJson(response, { left: Object.fromEntries(left) });
  }
}

function readAccepted(text: string): string[] | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const accepted = isDocument(body) ? body.accepted : undefined;
    const valid = Array.isArray(accepted) && accepted.every((id) => typeof id === 'string' && id !== '');
    return valid ? (accepted as string[]) : undefined;
  } catch {
    return undefined;
  }
}
