import * as z from 'zod';
import { keyed, sameFingerprint } from './secret';

/** How long a signed call is believed, either way: deliveries are retried with a fresh signature. */
const believedMillis = 10 * 60_000;

const Signature = z.object({ at: z.number(), signature: z.string().max(64) });

const textOf = (context: string, call: string, input: unknown, at: number) =>
  JSON.stringify([context, call, input, at]);

/**
 * One function speaking to another. WeChat's context alone cannot tell it from a client whose OpenID was not passed
 * on, so the body is signed with a key that only the functions' environment holds.
 */
export function signedCall(context: string, call: string, input: unknown, now: Date) {
  const at = now.getTime();
  return { call, input, system: { at, signature: keyed('systemCall', textOf(context, call, input, at)) } };
}

/** Whether `system` in a request's body proves that one of our functions sent it. */
export function isSystemCall(context: string, call: string, input: unknown, system: unknown, now: Date): boolean {
  const parsed = Signature.safeParse(system);
  if (!parsed.success || Math.abs(now.getTime() - parsed.data.at) > believedMillis) return false;
  return sameFingerprint(parsed.data.signature, keyed('systemCall', textOf(context, call, input, parsed.data.at)));
}
