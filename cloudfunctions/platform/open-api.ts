import * as wx from 'wx-server-sdk';
import { openIdOf } from './identity';

/**
 * The only file that loads wx-server-sdk, and so only the function `wechat` may import it. Its database part is never
 * touched: documents are reached through db.ts in this function too.
 */
interface OpenApi {
  security: {
    msgSecCheck(request: object): Promise<unknown>;
    mediaCheckAsync(request: object): Promise<unknown>;
  };
  subscribeMessage: { send(request: object): Promise<unknown> };
}

let opened: OpenApi | undefined;

function openApi(): OpenApi {
  if (!opened) {
    // The typings know only texts here; the SDK's own documentation passes the symbol.
    wx.init({ env: wx.DYNAMIC_CURRENT_ENV as unknown as string });
    opened = wx.openapi as unknown as OpenApi;
  }
  return opened;
}

/** What came of a call of WeChat's: its answer, or its number for the refusal. */
export type WeChatAnswer = { code: 0; said: unknown } | { code: number; said: null };

/** Not a number of WeChat's: the person has no WeChat with us. */
export const notBound = -100_001;
/** Not a number of WeChat's: nothing came back. */
export const noAnswer = -100_002;
/** 43101: the person agreed to no message of this template any more. */
export const noAgreement = 43_101;

function codeOf(error: unknown): number {
  const { errCode } = (error ?? {}) as { errCode?: unknown };
  return typeof errCode === 'number' ? errCode : noAnswer;
}

/** Calls WeChat about a person. Never throws; what WeChat would not do is logged without whom it concerned. */
export async function askWeChat(
  what: string,
  personId: string,
  call: (openId: string) => Promise<unknown>,
): Promise<WeChatAnswer> {
  const openId = await openIdOf(personId);
  if (openId === null) return { code: notBound, said: null };
  try {
    return { code: 0, said: await call(openId) };
  } catch (error) {
    const code = codeOf(error);
    if (code !== noAgreement) console.error(JSON.stringify({ level: 'error', weChat: what, code }));
    return { code, said: null };
  }
}

/** `scene` is WeChat's number for where the content will stand: 1 profile, 2 comment, 3 forum, 4 log. */
export const checkText = (personId: string, content: string, scene: number) =>
  askWeChat('msgSecCheck', personId, (openid) =>
    openApi().security.msgSecCheck({ content, version: 2, scene, openid }),
  );

/** `mediaType`: 1 recording, 2 picture. The verdict comes later as the event `wxa_media_check`. */
export const checkMedia = (personId: string, mediaUrl: string, mediaType: 1 | 2, scene: number) =>
  askWeChat('mediaCheckAsync', personId, (openid) =>
    openApi().security.mediaCheckAsync({ mediaUrl, mediaType, version: 2, scene, openid }),
  );

/** What a message says, by the names of its template's fields. */
export type MessageFields = Readonly<Record<string, { value: string }>>;

/** 一次性订阅消息. `page` without a slash before it. */
export const sendSubscribed = (personId: string, templateId: string, page: string, data: MessageFields) =>
  askWeChat('subscribeMessage.send', personId, (touser) =>
    openApi().subscribeMessage.send({ touser, templateId, page, data }),
  );
