import * as tcb from '@cloudbase/node-sdk';

let app: ReturnType<typeof tcb.init> | undefined;

/** The environment this function is deployed in; made at the first use, so that the environment is already set. */
export function cloud(): ReturnType<typeof tcb.init> {
  app ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
  return app;
}

/** The OpenID that WeChat vouches for in this invocation; absent for timers and for calls by our own functions. */
export function currentOpenId(): string | undefined {
  const context: Record<string, unknown> = { ...tcb.getCloudbaseContext() };
  const openId = context.WX_OPENID;
  return typeof openId === 'string' && openId !== '' ? openId : undefined;
}

/**
 * Whether somebody's phone made this invocation. What WeChat itself sends (events) may name a person too, but never
 * comes from a client.
 */
export function isCalledByPhone(): boolean {
  const context: Record<string, unknown> = { ...tcb.getCloudbaseContext() };
  const source = context.TCB_SOURCE;
  return typeof source === 'string' ? /wx_(client|devtools|http)/.test(source) : currentOpenId() !== undefined;
}
