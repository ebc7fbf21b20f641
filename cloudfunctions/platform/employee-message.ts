import * as z from 'zod';
import { askWeChat, type MessageFields, type WeChatAnswer } from './open-api';

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const Said = z.object({ errcode: z.number().default(0) });

/** WeChat answers within two seconds or not in time for us. */
const patienceMillis = 5_000;
/** A token that is about to expire is not used for a call that may take its time. */
const spareMillis = 60_000;
/** 40001, 40014, 42001: the token is not, or no longer, believed. */
const tokenRefused = [40_001, 40_014, 42_001];

function setting(name: 'WECHAT_API_URL' | 'WECHAT_APP_ID' | 'WECHAT_APP_SECRET'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

async function post(path: string, body: object): Promise<unknown> {
  const response = await fetch(`${setting('WECHAT_API_URL')}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMillis),
  });
  return response.json();
}

let token: { text: string; until: number } | undefined;

/** The same token until it is about to expire; `stable_token` gives every instance of the function the same one. */
async function accessToken(): Promise<string> {
  if (token === undefined || token.until < Date.now()) {
    const asked = Date.now();
    const account = { appid: setting('WECHAT_APP_ID'), secret: setting('WECHAT_APP_SECRET') };
    const given = Token.parse(await post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...account }));
    token = { text: given.access_token, until: asked + given.expires_in * 1000 - spareMillis };
  }
  return token.text;
}

/** With a fresh token when the one we have is not believed. Throws WeChat's number as `errCode`. */
async function postWithToken(path: string, body: object): Promise<unknown> {
  let code = 0;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const said = await post(`${path}?access_token=${encodeURIComponent(await accessToken())}`, body);
    code = Said.parse(said).errcode;
    if (code === 0) return said;
    if (!tokenRefused.includes(code)) break;
    token = undefined;
  }
  throw Object.assign(new Error(`WeChat said ${code}`), { errCode: code });
}

/**
 * 用工关系消息, to a person who bound the employee relation. The SDK has no call for it: it goes over HTTPS with the
 * account's secret from the environment.
 */
export const sendToEmployee = (
  personId: string,
  templateId: string,
  page: string,
  data: MessageFields,
): Promise<WeChatAnswer> =>
  askWeChat('employeerelationmsg.send', personId, (touser) =>
    postWithToken('/cgi-bin/message/wxopen/employeerelationmsg/send', {
      touser,
      template_id: templateId,
      page,
      data: JSON.stringify({ data }),
    }),
  );

/** Ends the 用工关系 on WeChat's side, when somebody leaves the company or the app. */
export const endEmployeeRelation = (personId: string): Promise<WeChatAnswer> =>
  askWeChat('unbinduserb2cauthinfo', personId, (openid) =>
    postWithToken('/wxa/business/unbinduserb2cauthinfo', { openid }),
  );
