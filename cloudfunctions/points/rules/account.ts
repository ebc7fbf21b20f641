import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { Party, Pocket, PointCause, Redemption } from '../../../shared/points/model';
import { type Lots, lotsAfter } from './lots';
import type { StoredRedemption } from './redemption';

/** Movements that are not settled yet. More than this and the account waits for the sweep. */
export const pendingLimit = 200;

/** Answers that a repeat finds again. Older repeats are recognised by what they wrote. */
export const rememberedRequests = 20;

/** Keys that left `pending` a moment ago and are still refused. */
export const latelyLimit = 1000;

/** Later than every moment: stands where nothing is pending, so that the smaller of two moments is always right. */
export const nothingPending: Instant = '9999-12-31T23:59:59.999Z';

/** One change of a pocket, written in the same stroke as the change: what is still to be done follows from it. */
export interface Movement {
  /** The `_id` of its ledger entry; follows from the cause, so that one fact is booked once. */
  key: string;
  pocket: Pocket;
  from: Party;
  to: Party;
  /** Signed. */
  points: number;
  /** The same points, by the lot they came into or left; empty for 可赠积分. */
  lots: Lots;
  /** What it adds to 累计积分. */
  lifetime: number;
  cause: PointCause;
  /** When it happened. */
  at: Instant;
  /** When it was booked, by the clock of the container that did it. */
  bookedAt: Instant;
  /** The request that decided it, where a repeat has to be told from another decision; otherwise null. */
  requestId: string | null;
  /** The redemption that a debit pays for; it becomes a document of its own. */
  redemption: StoredRedemption | null;
  /** The reserved piece (`Reservation.token`) that a debit pays for. */
  reservation: string | null;
  /** The reservation whose debit this movement takes back. */
  undoes: string | null;
  /** The lot into which the points still have to come, in the account of the person named in the cause. */
  givesInto: Day | null;
}

type Said = Pick<Movement, 'key' | 'points' | 'cause' | 'from' | 'to' | 'at'> & Partial<Movement>;

/** A movement of which only what is particular has to be said. */
export function movementOf(said: Said): Movement {
  return {
    pocket: 'spend',
    lots: {},
    lifetime: 0,
    bookedAt: said.at,
    requestId: null,
    redemption: null,
    reservation: null,
    undoes: null,
    givesInto: null,
    ...said,
  };
}

/** What an account remembers of a request, so that its repeat gets the same answer. */
export type RememberedRequest =
  | { requestId: string; call: 'checkIn'; day: Day; gained: number }
  | { requestId: string; call: 'redeemGift'; redemption: Redemption };

/** Up to where the ledger is known to be written. */
export interface Settled {
  /** How many entries. */
  seq: number;
  balance: number;
  /** 可赠积分 */
  giving: number;
  /** The hash of the last of them; empty before the first. */
  hash: string;
}

/** What a rule gave one person so far, as far as its limits ask for it: the last days and months only. */
export interface Earned {
  /** Times by day. */
  times: Record<Day, number>;
  /** Points by month. */
  points: Record<string, number>;
  lastAt: Instant;
}

/** 可赠积分 of one month. */
export interface Giving {
  /** The month the allowance is for; empty before the first. */
  month: string;
  left: number;
  /** Points given in this month, by receiver (`personField`). */
  given: Record<string, number>;
}

/** Up to where the nightly proof has followed the entries of an account, and what it found there. */
export interface Proved extends Settled {
  lifetime: number;
  lots: Lots;
}

/**
 * 积分账户. At every moment: `balance` = the sum of `lots` = `settled.balance` + the 可用 points of `pending`; likewise
 * `giving.left`. Movements are only ever appended to `pending`, and only leave it from the front, when their ledger
 * entries, redemptions and gifts are known to be written. So number, balance and hash of each entry follow from
 * `settled` and the order of `pending` alone.
 */
export interface Account {
  /** The person's id. */
  _id: string;
  balance: number;
  lots: Lots;
  giving: Giving;
  lifetime: number;
  welcomed: boolean;
  /** The latest 400 check-in days, in the order in which they were booked. */
  checkInDays: Day[];
  /** By rule key. */
  earned: Record<string, Earned>;
  /** Redeemed and neither cancelled nor refunded, by gift id. */
  taken: Record<string, number>;
  /** The same by gift id and then by month and year of the redemption (rules/taken.ts). */
  takenIn: Record<string, Record<string, number>>;
  recent: RememberedRequest[];
  pending: Movement[];
  /** When the oldest pending movement was booked, or a moment before; `nothingPending` when there is none. */
  pendingSince: Instant;
  /** Movements that were settled in the last minutes: what slept since before must not book them again. */
  lately: { key: string; at: Instant }[];
  settled: Settled;
  proved: Proved;
  /** Raised by whoever gives a reserved piece back, so that a debit which knew the piece can no longer follow. */
  fence: number;
}

/** The account of somebody who has not moved points yet. */
export function openAccount(personId: string): Account {
  return {
    _id: personId,
    balance: 0,
    lots: {},
    giving: { month: '', left: 0, given: {} },
    lifetime: 0,
    welcomed: false,
    checkInDays: [],
    earned: {},
    taken: {},
    takenIn: {},
    recent: [],
    pending: [],
    pendingSince: nothingPending,
    lately: [],
    settled: { seq: 0, balance: 0, giving: 0, hash: '' },
    proved: { seq: 0, balance: 0, giving: 0, hash: '', lifetime: 0, lots: {} },
    fence: 0,
  };
}

/** The account once these movements are booked: what the database's increments amount to. */
export function accountWith(account: Account, movements: readonly Movement[], facts: Partial<Account> = {}): Account {
  const spent = movements.filter(({ pocket }) => pocket === 'spend');
  const given = movements.filter(({ pocket }) => pocket === 'give');
  const bookedAt = movements.map((movement) => movement.bookedAt);
  return {
    ...account,
    balance: account.balance + pointsOf(spent),
    lots: spent.reduce((lots, movement) => lotsAfter(lots, movement.lots), account.lots),
    giving: { ...account.giving, left: account.giving.left + pointsOf(given) },
    lifetime: movements.reduce((sum, { lifetime }) => sum + lifetime, account.lifetime),
    pending: [...account.pending, ...movements],
    pendingSince: [account.pendingSince, ...bookedAt].reduce((one, other) => (one < other ? one : other)),
    ...facts,
  };
}

/** What movements amount to. */
export function pointsOf(movements: readonly Pick<Movement, 'points'>[]): number {
  return movements.reduce((sum, { points }) => sum + points, 0);
}

/** Whether a movement is booked as far as the account itself can tell; older ones stand in the ledger. */
export function isBooked(account: Account, key: string): boolean {
  return account.pending.some((movement) => movement.key === key) || account.lately.some((one) => one.key === key);
}
