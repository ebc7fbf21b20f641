/** What WeChat's server answers: zero and what was asked for, or a code and a text. */
export interface WeChatAnswer {
  errcode: number;
  errmsg: string;
  [field: string]: unknown;
}

/** A picture instead of JSON. */
export interface WeChatPicture {
  picture: Buffer;
}

/** The parameters of a call, named as WeChat's server names them: `template_id`. */
export type WeChatParameters = Record<string, unknown>;

/** A refusal with WeChat's code. */
export class WeChatRefusal extends Error {
  readonly errcode: number;

  constructor(errcode: number, message: string) {
    super(message);
    this.errcode = errcode;
  }
}

/** A successful answer. */
export function granted(fields: Record<string, unknown> = {}): WeChatAnswer {
  return { errcode: 0, errmsg: 'ok', ...fields };
}

/** A parameter that must be a text; `errcode` is said when it is missing or empty. */
export function needText(parameters: WeChatParameters, name: string, errcode: number): string {
  const value = parameters[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new WeChatRefusal(errcode, `invalid ${name}`);
}
