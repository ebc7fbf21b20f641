import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/clock';
import { CloudError } from '../cloud-error';
import { judgeText, PASSED, type Verdict } from './check-text';
import { checkMessageFields } from './message-fields';
import { checkTemplate, type MessageTemplate } from './message-templates';
import { drawMiniProgramCode } from './mini-program-code';
import type { Outbox } from './outbox';
import type { Subscriptions } from './subscriptions';
import {
  granted,
  needText,
  type WeChatAnswer,
  type WeChatParameters,
  type WeChatPicture,
  WeChatRefusal,
} from './wechat-answer';

/** What WeChat's side needs of the cloud. */
export interface OpenApiParts {
  clock: Clock;
  outbox: Outbox;
  subscriptions: Subscriptions;
  /** Of the account; undefined: any id is a template. */
  templates: MessageTemplate[] | undefined;
  /** When a person's phone last called, by the cloud's clock. */
  lastActive: (openId: string) => Date | undefined;
  /** Delivers an event to the functions that declare it. */
  deliver: (event: WeChatEvent) => void;
  appId: string;
}

/** An event as WeChat pushes it to a cloud function. */
export interface WeChatEvent {
  MsgType: 'event';
  /** For instance `wxa_media_check`. */
  Event: string;
  [field: string]: unknown;
}

/** The event in which the verdict about a picture or a recording comes. */
const MEDIA_EVENT = 'wxa_media_check';

type Call = (parameters: WeChatParameters) => WeChatAnswer | Promise<WeChatPicture>;

const LONGEST_TEXT = 2500;
const ACTIVE_MS = 2 * 60 * 60 * 1000;

/** WeChat takes up to 30 minutes. */
const MEDIA_CHECK_MS = 300;

/** WeChat's side of the calls a cloud function makes: rules, limits and quotas, and an outbox of all that was sent. */
export class OpenApi {
  private readonly parts: OpenApiParts;
  private readonly scripted = new Map<string, Partial<WeChatAnswer>[]>();
  private readonly checking = new Set<NodeJS.Timeout>();
  private readonly calls: Readonly<Record<string, Call>> = {
    'subscribeMessage.send': (parameters) => this.sendSubscribed(parameters),
    'employeeRelation.send': (parameters) => this.sendToEmployee(parameters),
    'employeeRelation.unbind': (parameters) => this.unbindEmployee(parameters),
    'security.msgSecCheck': (parameters) => this.checkText(parameters),
    'security.mediaCheckAsync': (parameters) => this.checkMedia(parameters),
    'wxacode.getUnlimited': (parameters) => drawMiniProgramCode(parameters),
  };

  constructor(parts: OpenApiParts) {
    this.parts = parts;
  }

  /** The next call of `api` gets this answer instead of its own; several wait in line. Media checks: see the README. */
  answerNext(api: string, answer: Partial<WeChatAnswer>): void {
    this.scripted.set(api, [...(this.scripted.get(api) ?? []), answer]);
  }

  /** Makes one call. @throws CloudError when it is not built */
  async call(api: string, parameters: WeChatParameters): Promise<WeChatAnswer | WeChatPicture> {
    const call = this.calls[api];
    if (call === undefined)
      throw new CloudError('INVALID_ACTION', `The local cloud does not offer the WeChat open API ${api} yet.`);
    const answer = await this.answer(api, call, parameters);
    const { errcode, errmsg } = 'picture' in answer ? granted() : answer;
    const openId = parameters.touser ?? parameters.openid;
    this.parts.outbox.add({
      at: this.parts.clock.now().toISOString(),
      api,
      ...(typeof openId === 'string' ? { openId } : {}),
      parameters,
      errcode: Number(errcode),
      errmsg: String(errmsg),
    });
    return answer;
  }

  close(): void {
    for (const timer of this.checking) clearTimeout(timer);
  }

  private async answer(api: string, call: Call, parameters: WeChatParameters): Promise<WeChatAnswer | WeChatPicture> {
    const scripted = this.scripted.get(api)?.shift();
    if (scripted !== undefined) return granted(scripted);
    try {
      return await call(parameters);
    } catch (error) {
      if (error instanceof WeChatRefusal) return { errcode: error.errcode, errmsg: error.message };
      throw error;
    }
  }

  private sendSubscribed(parameters: WeChatParameters): WeChatAnswer {
    const openId = needText(parameters, 'touser', 40003);
    const templateId = needText(parameters, 'template_id', 40037);
    checkTemplate(this.parts.templates, templateId, parameters.data);
    checkMessageFields(parameters.data);
    if (!this.parts.subscriptions.spend(openId, templateId))
      throw new WeChatRefusal(43101, 'user refuse to accept the msg');
    return granted({ msgid: Date.now() });
  }

  /** The fields come as a JSON text of `{data: {…}}`. */
  private sendToEmployee(parameters: WeChatParameters): WeChatAnswer {
    const openId = needText(parameters, 'touser', 40003);
    const templateId = needText(parameters, 'template_id', 40037);
    const text = needText(parameters, 'data', 47003);
    let content: { data?: unknown } | null;
    try {
      content = JSON.parse(text) as { data?: unknown } | null;
    } catch {
      throw new WeChatRefusal(47001, 'data format error');
    }
    checkTemplate(this.parts.templates, templateId, content?.data);
    checkMessageFields(content?.data);
    if (!this.parts.subscriptions.isEmployee(openId, templateId))
      throw new WeChatRefusal(43101, 'user refuse to accept the msg');
    return granted();
  }

  private unbindEmployee(parameters: WeChatParameters): WeChatAnswer {
    const openId = needText(parameters, 'openid', 40003);
    if (!this.parts.subscriptions.unbindEmployee(openId)) throw new WeChatRefusal(40003, 'invalid openid');
    return granted();
  }

  private checkText(parameters: WeChatParameters): WeChatAnswer {
    const content = needText(parameters, 'content', 44004);
    if ([...content].length > LONGEST_TEXT) throw new WeChatRefusal(45002, 'content size out of limit');
    this.needActive(parameters);
    const { scene } = parameters;
    if (![1, 2, 3, 4].includes(Number(scene))) throw new WeChatRefusal(40129, 'invalid scene');
    const { keyword, ...result } = judgeText(content);
    const named = keyword === undefined ? {} : { keyword, level: 90 };
    return granted({
      result,
      detail: [{ strategy: 'keyword', errcode: 0, ...result, ...named }],
      trace_id: randomUUID(),
    });
  }

  private checkMedia(parameters: WeChatParameters): WeChatAnswer {
    needText(parameters, 'media_url', 44004);
    if (parameters.media_type !== 1 && parameters.media_type !== 2)
      throw new WeChatRefusal(40004, 'invalid media type');
    this.needActive(parameters);
    const traceId = randomUUID();
    const timer = setTimeout(() => {
      this.checking.delete(timer);
      this.deliverVerdict(traceId);
    }, MEDIA_CHECK_MS);
    this.checking.add(timer);
    return granted({ trace_id: traceId });
  }

  private deliverVerdict(traceId: string): void {
    const scripted = this.scripted.get(MEDIA_EVENT)?.shift();
    const result: Verdict = (scripted?.result as Verdict | undefined) ?? PASSED;
    this.parts.deliver({
      ToUserName: 'gh_local',
      FromUserName: 'wechat',
      CreateTime: Math.floor(this.parts.clock.now().getTime() / 1000),
      MsgType: 'event',
      Event: MEDIA_EVENT,
      appid: this.parts.appId,
      trace_id: traceId,
      version: 2,
      detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
      ...granted(scripted),
      result,
    });
  }

  private needActive(parameters: WeChatParameters): void {
    const openId = needText(parameters, 'openid', 40003);
    const last = this.parts.lastActive(openId);
    if (last === undefined || this.parts.clock.now().getTime() - last.getTime() > ACTIVE_MS)
      throw new WeChatRefusal(61010, 'code is expired');
  }
}
