import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AdminEndpoint } from './admin-endpoint';
import type { DeskEndpoint } from './desk-endpoint';
import { answerJson, isFromPage, isLocalHost, isSameOrigin } from './http-exchange';
import type { PhoneEndpoint } from './phone-endpoint';
import type { StorageEndpoint } from './storage/storage-endpoint';
import type { SubscriptionEndpoint } from './wechat/subscription-endpoint';
import type { WeChatEndpoint } from './wechat/wechat-endpoint';

/** Who answers what. */
export interface Endpoints {
  /** `/admin`: the SDKs. */
  admin: AdminEndpoint;
  /** `/phone/…`: `wx.cloud` of the phones. */
  phone: PhoneEndpoint;
  /** `/phone/subscriptions`, `/phone/employee-relation` and `/phone/templates`. */
  subscriptions: SubscriptionEndpoint;
  /** `/cloud/…`: the admin page, the page beside the phone, the tests. */
  desk: DeskEndpoint;
  /** `/storage/…`: uploads and links. */
  stored: StorageEndpoint;
  /** `/wechat/…`: WeChat's own server. */
  wechat: WeChatEndpoint;
  /** Answers what is none of the cloud's own; false when it does not either. */
  elsewhere: ((request: IncomingMessage, response: ServerResponse) => Promise<boolean>) | undefined;
}

const AGREEMENTS = new Set(['/phone/subscriptions', '/phone/employee-relation', '/phone/templates']);

/** Sends a request to its endpoint; what functions use is closed to pages, what pages use to other sites. */
export async function routeRequest(
  endpoints: Endpoints,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isLocalHost(request)) return answerJson(response, { message: 'This server answers only to localhost.' }, 403);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { pathname } = url;
  if (pathname === '/admin' && request.method === 'POST')
    return isFromPage(request) ? refuseOrigin(response) : endpoints.admin.respond(request, response);
  if (pathname.startsWith('/wechat/'))
    return isFromPage(request) ? refuseOrigin(response) : endpoints.wechat.respond(request, response, url);
  if (pathname.startsWith('/phone/')) {
    if (!isSameOrigin(request)) return refuseOrigin(response);
    const endpoint = AGREEMENTS.has(pathname) ? endpoints.subscriptions : endpoints.phone;
    return endpoint.respond(request, response, url);
  }
  if (pathname.startsWith('/cloud/'))
    return isSameOrigin(request) ? endpoints.desk.respond(request, response, url) : refuseOrigin(response);
  if (pathname.startsWith('/storage/')) return endpoints.stored.respond(request, response, url);
  const answered = (await endpoints.elsewhere?.(request, response)) === true;
  if (!answered) answerJson(response, { message: 'There is nothing at this address.' }, 404);
}

function refuseOrigin(response: ServerResponse): void {
  answerJson(response, { message: 'This server answers only to its own pages.' }, 403);
}
