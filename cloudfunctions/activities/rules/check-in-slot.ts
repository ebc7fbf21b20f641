import { codeSeconds } from '../../../shared/activities/activity';

const slotMillis = codeSeconds * 1000;

/** Which code is shown at a moment, and for how long yet. */
export function slotAt(now: Date): { slot: number; nextInMillis: number } {
  const slot = Math.floor(now.getTime() / slotMillis);
  return { slot, nextInMillis: (slot + 1) * slotMillis - now.getTime() };
}

/** The codes that are believed at a moment: the one shown and the one before. */
export function believedSlots(now: Date): [number, number] {
  const { slot } = slotAt(now);
  return [slot, slot - 1];
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const codeLength = 8;

/** Forty bits of a fingerprint as eight letters and digits that are not mistaken for each other. */
export function codeOf(fingerprint: Uint8Array): string {
  return Array.from(fingerprint.slice(0, codeLength), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
