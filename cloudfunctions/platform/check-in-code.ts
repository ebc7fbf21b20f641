import { codeSeconds } from '../../shared/kernel/check-in';
import { keyedLetters, sameFingerprint } from './secret';

const slotMillis = codeSeconds * 1000;

/** Which code is shown at a moment, and for how long yet. */
function slotAt(now: Date): { slot: number; nextInMillis: number } {
  const slot = Math.floor(now.getTime() / slotMillis);
  return { slot, nextInMillis: (slot + 1) * slotMillis - now.getTime() };
}

/** Forty bits. */
const codeLength = 8;

const codeIn = (subjectId: string, slot: number) => keyedLetters('checkIn', `${subjectId}:${slot}`, codeLength);

/** What the organiser's screen shows now. Nothing is stored: the code follows from the secret, subject and time. */
export function codeNow(subjectId: string, now: Date): { code: string; nextInMillis: number } {
  const { slot, nextInMillis } = slotAt(now);
  return { code: codeIn(subjectId, slot), nextInMillis };
}

/** Whether a code is, or was a moment ago, on the organiser's screen. A photo of it is stale before it is sent on. */
export function isCodeFresh(subjectId: string, code: string, now: Date): boolean {
  const { slot } = slotAt(now);
  return [slot, slot - 1].some((believed) => sameFingerprint(codeIn(subjectId, believed), code));
}
