import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock';
import { isDocument } from '../database/document';
import { answerJson, readBody } from '../http-exchange';
import type { OpenApi } from './open-api';

/** WeChat's own server: the calls that cloud functions cannot make through the SDK, and those that they can. */
const CALLS: Readonly<Record<string, string>> = {
  '/wechat/cgi-bin/message/wxopen/employeerelationmsg/send': 'employeeRelation.send',
  '/wechat/wxa/business/unbinduserb2cauthinfo': 'employeeRelation.unbind',
  '/wechat/cgi-bin/message/subscribe/send': 'subscribeMessage.send',
  '/wechat/wxa/msg_sec_check': 'security.msgSecCheck',
  '/wechat/wxa/media_check_async': 'security.mediaCheckAsync',
  '/wechat/wxa/getwxacodeunlimit': 'wxacode.getUnlimited',
};

const MAX_BODY_BYTES = 200_000;
const TOKEN_SECONDS = 7200;

/** `/wechat/…`: WeChat's server as HTTPS calls meet it, access tokens included. */
export class WeChatEndpoint {
  private readonly openApi: OpenApi;
  private readonly clock: Clock;
  private token: { text: string; until: number } | undefined;

  constructor(openApi: OpenApi, clock: Clock) {
    this.openApi = openApi;
    this.clock = clock;
  }

  async respond(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (/^\/wechat\/cgi-bin\/(stable_)?token$/.test(url.pathname)) return answerJson(response, this.grantToken());
    const api = CALLS[url.pathname];
    if (api === undefined) return answerJson(response, { errcode: 40066, errmsg: 'invalid url' }, 404);
    const { token } = this;
    const given = url.searchParams.get('access_token');
    if (token === undefined || given !== token.text || token.until < this.clock.now().getTime())
      return answerJson(response, { errcode: 40001, errmsg: 'invalid credential, access_token is invalid' });
    const parameters = parse((await readBody(request, MAX_BODY_BYTES)).toString('utf8'));
    if (!isDocument(parameters)) return answerJson(response, { errcode: 47001, errmsg: 'data format error' });
    const answer = await this.openApi.call(api, parameters);
    if (!('picture' in answer)) return answerJson(response, answer);
    response.writeHead(200, { 'content-type': 'image/png' }).end(answer.picture);
  }

  /** The same token until it expires, as `stable_token` does; any AppID and secret will do. */
  private grantToken(): object {
    const now = this.clock.now().getTime();
    if (this.token === undefined || this.token.until < now)
      this.token = { text: randomUUID(), until: now + TOKEN_SECONDS * 1000 };
    return { access_token: this.token.text, expires_in: Math.ceil((this.token.until - now) / 1000) };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
