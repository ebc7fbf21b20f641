import { addDays } from '../../../../shared/kernel/day';
import type { Day, Instant } from '../../../../shared/kernel/scalar';
import type { BoardDay, IssueSource } from '../../../../shared/points/board';
import type { PointLedgerEntry } from '../../../../shared/points/model';
import { ruleIn } from '../entry-view';
import { type CountedEntry, type DayTotals, heldChange, noTotals, withEntry } from './day-totals';

/** 日报: one day's totals with the place up to which its entries are counted, so that neither moves without the other. */
export interface StoredDay extends DayTotals {
  /** The day in Asia/Shanghai on which these entries were booked. */
  _id: Day;
  /** What all people could spend together when the day began. */
  heldBefore: number;
  /** `booked` of the last entry counted; the beginning of the day before the first. */
  cursor: string;
  isFinal: boolean;
}

/** The moment at which a day begins in Asia/Shanghai. */
export function beginningOf(day: Day): Instant {
  return new Date(`${day}T00:00:00.000+08:00`).toISOString();
}

export function openDay(day: Day, heldBefore: number): StoredDay {
  return { _id: day, ...noTotals, heldBefore, cursor: beginningOf(day), isFinal: false };
}

/** The day after one that is counted for the last time. */
export function dayAfter(day: StoredDay): StoredDay {
  return openDay(addDays(day._id, 1), heldAfter(day));
}

export function heldAfter(day: StoredDay): number {
  return day.heldBefore + heldChange(day);
}

/** Under what an entry counts when it issues points. */
export function sourceOf({ cause }: Pick<PointLedgerEntry, 'cause'>): IssueSource {
  const rule = ruleIn(cause);
  if (rule) return rule.key;
  return cause.kind === 'received' ? 'received' : 'corrected';
}

type BookedEntry = Pick<PointLedgerEntry, 'points' | 'pocket' | 'from' | 'to' | 'cause'> & { booked: string };

/** The day with these entries counted, in the order in which they were booked. */
export function countedOn(day: StoredDay, entries: readonly BookedEntry[]): StoredDay {
  const { _id, heldBefore, cursor, isFinal, ...before } = day;
  const totals = entries.reduce<DayTotals>((sum, entry) => withEntry(sum, countedEntry(entry)), before);
  return { _id, heldBefore, isFinal, ...totals, cursor: entries.at(-1)?.booked ?? cursor };
}

const countedEntry = (entry: BookedEntry): CountedEntry => ({
  points: entry.points,
  pocket: entry.pocket,
  from: entry.from,
  to: entry.to,
  source: sourceOf(entry),
});

/** A day as the board shows it. */
export function boardDay(day: StoredDay): BoardDay {
  const { _id, issued, redeemed, refunded, donated, expired, voided, isFinal } = day;
  return { day: _id, issued, redeemed, refunded, donated, expired, voided, held: heldAfter(day), isFinal };
}
