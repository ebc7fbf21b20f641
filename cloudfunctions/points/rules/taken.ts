import { dayOf } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { Account } from './account';

/** How many of a gift somebody has: ever, in the month and in the year of a moment in Asia/Shanghai. */
export interface Taken {
  person: number;
  month: number;
  year: number;
}

/** How an account names a month and a year; a letter first, so that no path looks like a place in a list. */
const monthOf = (at: Instant) => `m${dayOf(at).slice(0, 7)}`;
const yearOf = (at: Instant) => `y${dayOf(at).slice(0, 4)}`;

/** Where an account counts a piece that was redeemed at a moment, by the limit that looks at it. */
export function takenPaths(giftId: string, at: Instant): Record<keyof Taken, string> {
  const within = `takenIn.${giftId}`;
  return { person: `taken.${giftId}`, month: `${within}.${monthOf(at)}`, year: `${within}.${yearOf(at)}` };
}

const countIn = (counts: Readonly<Record<string, number>>, key: string) =>
  Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0;

/** How many of a gift this person has, cancelled and refunded ones not counted. */
export function takenAt(account: Pick<Account, 'taken' | 'takenIn'>, giftId: string, at: Instant): Taken {
  const within = Object.hasOwn(account.takenIn, giftId) ? (account.takenIn[giftId] ?? {}) : {};
  return {
    person: countIn(account.taken, giftId),
    month: countIn(within, monthOf(at)),
    year: countIn(within, yearOf(at)),
  };
}

/** Counts pieces into an account's books as `takenPaths` would: what seeds and audits compare with. */
export function takenOfPieces(pieces: readonly { giftId: string; at: Instant }[]) {
  const taken: Record<string, number> = {};
  const takenIn: Record<string, Record<string, number>> = {};
  for (const { giftId, at } of pieces) {
    taken[giftId] = (taken[giftId] ?? 0) + 1;
    const within = takenIn[giftId] ?? {};
    for (const period of [monthOf(at), yearOf(at)]) within[period] = (within[period] ?? 0) + 1;
    takenIn[giftId] = within;
  }
  return { taken, takenIn };
}
