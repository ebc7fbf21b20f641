import { addDays, dayOf } from '../../../../shared/kernel/day';
import type { Day, Instant } from '../../../../shared/kernel/scalar';
import type { AlarmKind, Census, GiftReach, IssueSource, TopEarner } from '../../../../shared/points/board';
import type { Account } from '../account';
import { weeksToAfford } from './affordability';
import { type Distribution, medianOf, topTenthPercent, withPerson } from './distribution';
import { sourceOf } from './stored-day';

/** Weeks that the walk looks back. */
const censusWeeks = 4;
/** Those who earned most under a rule. */
const earnersKept = 5;

/** 普查: the night's walk over all accounts, with the place where it is and what it has found so far. */
export interface StoredCensus {
  /** The day on whose night it was made. */
  _id: Day;
  stage: 'running' | 'done';
  /** The last account that is counted. */
  cursor: string;
  persons: number;
  held: number;
  /** What people hold. */
  balances: Distribution;
  /** What those who earned anything earn in a week. */
  weekly: Distribution;
  /** What is held, by the month in whose course it expires. */
  lots: Readonly<Record<string, number>>;
  earners: Readonly<Partial<Record<IssueSource, { personId: string; points: number }[]>>>;
  /** Known when it is done. */
  found: Census | null;
  alarms: AlarmKind[];
  /** Alarms of which HR is still to be told. */
  untold: AlarmKind[];
}

export function openCensus(day: Day): StoredCensus {
  const counted = { persons: 0, held: 0, balances: {}, weekly: {}, lots: {}, earners: {} };
  return { _id: day, stage: 'running', cursor: '', ...counted, found: null, alarms: [], untold: [] };
}

/** The first moment that the walk looks at. */
export function censusSince(day: Day): Instant {
  return new Date(`${addDays(day, -7 * censusWeeks)}T00:00:00.000+08:00`).toISOString();
}

type Entry = Parameters<typeof sourceOf>[0] & { points: number; pocket: string; from: string };

/** What one person earned, by source. */
function earnedBySource(entries: readonly Entry[]): Map<IssueSource, number> {
  const earned = new Map<IssueSource, number>();
  for (const entry of entries) {
    if (entry.pocket !== 'spend' || (entry.from !== 'issue' && entry.from !== 'transit')) continue;
    const source = sourceOf(entry);
    earned.set(source, (earned.get(source) ?? 0) + entry.points);
  }
  return earned;
}

/** The walk with one more account, and its entries of the last weeks. */
export function withAccount(census: StoredCensus, account: Account, entries: readonly Entry[]): StoredCensus {
  const earned = earnedBySource(entries);
  const total = [...earned.values()].reduce((sum, points) => sum + points, 0);
  const lots = { ...census.lots };
  for (const [day, points] of Object.entries(account.lots)) {
    lots[day.slice(0, 7)] = (lots[day.slice(0, 7)] ?? 0) + points;
  }
  const earners = { ...census.earners };
  for (const [source, points] of earned) {
    const ranked = [...(earners[source] ?? []), { personId: account._id, points }];
    earners[source] = ranked.sort((one, other) => other.points - one.points).slice(0, earnersKept);
  }
  return {
    ...census,
    cursor: account._id,
    persons: census.persons + 1,
    held: census.held + account.balance,
    balances: withPerson(census.balances, account.balance),
    weekly: total > 0 ? withPerson(census.weekly, Math.round(total / censusWeeks)) : census.weekly,
    lots,
    earners,
  };
}

/** Everybody whom the finished walk names. */
export function peopleIn({ earners }: StoredCensus): string[] {
  return [...new Set(Object.values(earners).flatMap((ranked) => ranked.map(({ personId }) => personId)))];
}

/** A gift as far as its price is concerned. */
export interface PricedGift {
  _id: string;
  name: string;
  costPoints: number;
}

function topEarner(personId: string, points: number, names: ReadonlyMap<string, string>): TopEarner {
  return { personId, name: names.get(personId) ?? '已离开的同事', points };
}

/** What the walk found, told when its end is reached. */
export function foundBy(
  census: StoredCensus,
  gifts: readonly PricedGift[],
  names: ReadonlyMap<string, string>,
): Census {
  const medianWeeklyPoints = medianOf(census.weekly);
  const reach = ({ _id, name, costPoints }: PricedGift): GiftReach => {
    return { giftId: _id, name, costPoints, weeks: weeksToAfford(costPoints, medianWeeklyPoints) };
  };
  const sources = Object.entries(census.earners) as [IssueSource, { personId: string; points: number }[]][];
  return {
    day: census._id,
    persons: census.persons,
    held: census.held,
    medianWeeklyPoints,
    topTenthPercent: topTenthPercent(census.balances),
    topEarners: sources.map(([rule, ranked]) => ({
      rule,
      people: ranked.map(({ personId, points }) => topEarner(personId, points, names)),
    })),
    gifts: [...gifts].sort((one, other) => one.costPoints - other.costPoints).map(reach),
  };
}

/** Weeks to the cheapest gift for the person in the middle. */
export function weeksToCheapest({ gifts }: Census): number | null {
  return gifts[0]?.weeks ?? null;
}

/** What of this night's alarms HR has not heard the night before. */
export function untoldAlarms(alarms: readonly AlarmKind[], before: readonly AlarmKind[]): AlarmKind[] {
  return alarms.filter((alarm) => !before.includes(alarm));
}

/** The day's walk begins an hour after midnight in Shanghai, when what expired has gone. */
export function isCensusTime(now: Date): boolean {
  return dayOf(new Date(now.getTime() - 3_600_000)) === dayOf(now);
}
