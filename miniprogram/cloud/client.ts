import type { Contracts } from '../../shared/contracts';
import type { Answer, CallsOf } from '../../shared/kernel/contract';

/** Every call of every context, typed from the contracts; the phone ships none of their code. */
export type CloudCalls = { [Context in keyof Contracts]: CallsOf<Contracts[Context]> };

/** What came back from a function, if it is an answer of ours; a function that died before answering gives none. */
function answerIn(result: unknown): Answer<unknown> {
  const spoken = typeof result === 'object' && result !== null && 'ok' in result;
  return spoken ? (result as Answer<unknown>) : { ok: false, code: 'bug' };
}

async function call(context: string, name: string, input: object): Promise<Answer<unknown>> {
  try {
    const { result } = await wx.cloud.callFunction({ name: context, data: { call: name, input } });
    const answer = answerIn(result);
    const refusedAtDoor = !answer.ok && (answer.code === 'not_signed_in' || answer.code === 'not_allowed');
    if (refusedAtDoor && name !== 'readMe') turnedAway();
    return answer;
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}

let turnedAway: () => void = () => undefined;

/** Rights can end while a page is open: whoever keeps the session hears of calls refused at the door. */
export function onTurnedAway(listener: () => void): void {
  turnedAway = listener;
}

const callsOf = (context: string) =>
  new Proxy({}, { get: (_, name) => (input: object) => call(context, String(name), input) });

/**
 * `cloud.points.redeemGift(input)`: always answers, never throws. `unreachable` when nothing came back; then the same
 * request id must be sent again (intent.ts), because the change may have happened.
 */
export const cloud = new Proxy({}, { get: (_, context) => callsOf(String(context)) }) as CloudCalls;
