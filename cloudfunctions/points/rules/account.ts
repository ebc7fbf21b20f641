import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { PointCause, Redemption } from '../../../shared/points/model';
import type { StoredRedemption } from './redemption';

/** Movements that are not settled yet. More than this and the account waits for the sweep. */
export const pendingLimit = 200;

/** Answers that a repeat finds again. Older repeats are recognised by what they wrote. */
export const rememberedRequests = 20;

/** One change of the balance, written in the same stroke as the change: what is still to be done follows from it. */
export interface Movement {
  /** The `_id` of its ledger entry; follows from the cause, so that one fact is booked once. */
  key: string;
  points: number;
  cause: PointCause;
  at: Instant;
  /** The redemption that a debit pays for; it becomes a document of its own. */
  redemption: StoredRedemption | null;
  /** The reserved piece (`Reservation.token`) that a debit pays for. */
  reservation: string | null;
  /** The reservation whose debit this movement takes back. */
  undoes: string | null;
}

/** What an account remembers of a request, so that its repeat gets the same answer. */
export type RememberedRequest =
  | { requestId: string; call: 'checkIn'; day: Day }
  | { requestId: string; call: 'redeemGift'; redemption: Redemption };

/** Up to where the ledger is known to be written. */
export interface Settled {
  /** How many entries. */
  seq: number;
  balance: number;
  /** The hash of the last of them; empty before the first. */
  hash: string;
}

/**
 * 积分账户. At every moment: `balance = settled.balance + the points of pending`. Movements are only ever appended to
 * `pending`, and only leave it from the front, when their ledger entries and redemptions are known to be written. So
 * number, balance and hash of each entry follow from `settled` and the order of `pending` alone.
 */
export interface Account {
  /** The person's id. */
  _id: string;
  balance: number;
  lifetime: number;
  welcomed: boolean;
  /** The latest 400 check-in days, in the order in which they were booked. */
  checkInDays: Day[];
  /** Redeemed and neither cancelled nor refunded, by gift id. */
  taken: Record<string, number>;
  /** The same by gift id and then by month and year of the redemption (rules/taken.ts). */
  takenIn: Record<string, Record<string, number>>;
  recent: RememberedRequest[];
  pending: Movement[];
  /** From when the sweep counts: the oldest pending movement, or a later one; null when nothing is pending. */
  pendingSince: Instant | null;
  settled: Settled;
  /** Raised by whoever gives a reserved piece back, so that a debit which knew the piece can no longer follow. */
  fence: number;
}

/** The account of somebody who has not moved points yet. */
export function openAccount(personId: string): Account {
  return {
    _id: personId,
    balance: 0,
    lifetime: 0,
    welcomed: false,
    checkInDays: [],
    taken: {},
    takenIn: {},
    recent: [],
    pending: [],
    pendingSince: null,
    settled: { seq: 0, balance: 0, hash: '' },
    fence: 0,
  };
}

/** The account after its first movement, for somebody who had none. */
export function openAccountWith(personId: string, movement: Movement, facts: Partial<Account>): Account {
  return {
    ...openAccount(personId),
    balance: movement.points,
    lifetime: movement.points,
    pending: [movement],
    pendingSince: movement.at,
    ...facts,
  };
}
