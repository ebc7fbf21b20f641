import { keyed, sameFingerprint } from '../../platform/secret';
import { believedSlots, codeOf, slotAt } from '../rules/check-in-slot';

const codeIn = (activityId: string, slot: number) =>
  codeOf(Buffer.from(keyed('checkIn', `${activityId}:${slot}`), 'base64url'));

/** What the organiser's screen shows now. Nothing is stored: the code follows from the secret, activity and time. */
export function codeNow(activityId: string, now: Date): { code: string; nextInMillis: number } {
  const { slot, nextInMillis } = slotAt(now);
  return { code: codeIn(activityId, slot), nextInMillis };
}

/** Whether a code is, or was a moment ago, on the organiser's screen. A photo of it is stale before it is sent on. */
export function isCodeFresh(activityId: string, code: string, now: Date): boolean {
  return believedSlots(now).some((slot) => sameFingerprint(codeIn(activityId, slot), code));
}
