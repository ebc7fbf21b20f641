import { addDays } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';

/** Points by the last day on which they can be spent: all that end on one day are one lot. Signed in a movement. */
export type Lots = Record<Day, number>;

/** What somebody may spend, and until when. */
export interface Spending {
  today: Day;
  /** The last day on which a leaver may spend; null for everybody else. */
  spendBy: Day | null;
}

/** The last day on which somebody who leaves on `lastDay` may spend; null for those who stay. */
export function spendByOf(lastDay: Day | null, leaverDays: number): Day | null {
  return lastDay === null ? null : addDays(lastDay, leaverDays);
}

/** Lots that hold something, the one that ends first at the front. */
export function inOrder(lots: Lots): [Day, number][] {
  return Object.entries(lots)
    .filter(([, points]) => points !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

export function sumOfLots(lots: Lots): number {
  return Object.values(lots).reduce((sum, points) => sum + points, 0);
}

/** The lots once a movement has changed them; empty ones are gone. */
export function lotsAfter(lots: Lots, moved: Lots): Lots {
  const after = { ...lots };
  for (const [day, points] of Object.entries(moved)) after[day] = (after[day] ?? 0) + points;
  return Object.fromEntries(inOrder(after));
}

/** The same lots the other way round: what takes a movement back exactly. */
export function reversed(lots: Lots): Lots {
  return Object.fromEntries(Object.entries(lots).map(([day, points]) => [day, -points]));
}

/** The lots that can be spent on a day. What has passed its day cannot, even before the nightly run took it out. */
export function spendable(lots: Lots, { today, spendBy }: Spending): Lots {
  if (hasSpendingEnded({ today, spendBy })) return {};
  return Object.fromEntries(inOrder(lots).filter(([day]) => day >= today));
}

/** Whether somebody who left can spend nothing any more. */
export function hasSpendingEnded({ today, spendBy }: Spending): boolean {
  return spendBy !== null && today > spendBy;
}

/** What goes next and when, if it is not spent before; null when there is nothing. A leaver's day may come first. */
export function nextExpiry(lots: Lots, spending: Spending): { points: number; on: Day } | null {
  const there = inOrder(spendable(lots, spending));
  const [next] = there;
  if (!next) return null;
  const { spendBy } = spending;
  if (spendBy === null || next[0] < spendBy) return { points: next[1], on: next[0] };
  return { points: sumOfLots(Object.fromEntries(there)), on: spendBy };
}

/** 可用积分 on a day. */
export function spendablePoints(lots: Lots, spending: Spending): number {
  return sumOfLots(spendable(lots, spending));
}

/** Takes so many points out of lots, what ends first first; null when there are not enough. */
export function taking(lots: Lots, points: number): Lots | null {
  const taken: Lots = {};
  let missing = points;
  for (const [day, there] of inOrder(lots)) {
    if (missing === 0) break;
    const some = Math.min(there, missing);
    taken[day] = -some;
    missing -= some;
  }
  return missing === 0 ? taken : null;
}
