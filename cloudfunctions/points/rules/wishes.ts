import { addDays } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { GiftStanding, PointCause } from '../../../shared/points/model';
import type { WeeklyEarning } from '../../../shared/points/wish-calls';
import { weeksToAfford } from './board/affordability';

/** 心愿单 of one person. */
export interface StoredWishes {
  /** The person's id. */
  _id: string;
  /** In the order in which they were wished for. */
  giftIds: string[];
}

/** How far back one's own earning is looked at. */
const earningDays = 90;

/** The latest entries that are looked at: what somebody earns in 90 days, and room to spare. */
export const earningEntries = 200;

/** Less than four weeks, or fewer earnings than one a week, say too little about the weeks to come. */
const leastDays = 28;
const leastEarnings = 4;

/** An entry as far as earning is concerned. */
export interface EarningLine {
  /** What it added to 累计积分; negative when an earning was voided. */
  lifetime: number;
  cause: Pick<PointCause, 'kind'>;
  /** On which day of Shanghai it happened. */
  day: Day;
}

/** The welcome and corrections by HR do not come again. */
const comesAgain = ({ lifetime, cause }: EarningLine) =>
  lifetime !== 0 && cause.kind !== 'joined' && cause.kind !== 'corrected';

/**
 * What one person earned by the week; null when that says too little. `lines` are the latest entries of the ledger, the
 * latest first: all there are, or `earningEntries` of them, which then are all that is known.
 */
export function ownWeeklyPoints(lines: readonly EarningLine[], today: Day): number | null {
  const earliest = addDays(today, -earningDays + 1);
  const first = lines.reduce<Day>((day, line) => (line.day < day ? line.day : day), today);
  const since = first > earliest ? first : earliest;
  const daysKnown = daysFrom(since, today);
  const earned = lines.filter((line) => line.day >= since && comesAgain(line));
  const points = earned.reduce((sum, { lifetime }) => sum + lifetime, 0);
  if (daysKnown < leastDays || earned.length < leastEarnings || points <= 0) return null;
  return (points * 7) / daysKnown;
}

/** Days from one to the other, both included. */
function daysFrom(first: Day, last: Day): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
}

/** One's own earning where it says enough, otherwise the company's median; null when that is unknown too. */
export function weeklyEarning(own: number | null, companyMedian: number): WeeklyEarning | null {
  if (own !== null) return { points: own, of: 'person' };
  return companyMedian > 0 ? { points: companyMedian, of: 'company' } : null;
}

/** Whole weeks until the missing points have come; null when none are missing, or nobody can say. */
export function weeksFor(standing: GiftStanding, weekly: WeeklyEarning | null): number | null {
  return standing.kind === 'short' && weekly ? weeksToAfford(standing.missing, weekly.points) : null;
}
