import type { Day } from '../../../../shared/kernel/scalar';
import type { BoardDay, IssueSource } from '../../../../shared/points/board';

const dayMs = 86_400_000;
const dayAt = (day: Day, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Seven days of the board added up; `held` is what was held at their end. */
export interface BoardWeek {
  from: Day;
  until: Day;
  issued: number;
  recovered: number;
  expired: number;
  held: number;
}

export const issuedOn = ({ issued }: BoardDay) => Object.values(issued).reduce((sum, points) => sum + points, 0);
const recoveredOn = ({ redeemed, refunded, donated }: BoardDay) => redeemed - refunded + donated;

/** `10/21`: short enough for a column. */
export function shortDay(day: Day): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
}

/** The weeks up to today. Without any movement in it, a week keeps what was held before. */
export function weeksOf(days: readonly BoardDay[], today: Day, weeks: number): BoardWeek[] {
  let held = 0;
  return Array.from({ length: weeks }, (_, index) => {
    const until = dayAt(today, -7 * (weeks - 1 - index));
    const from = dayAt(until, -6);
    const within = days.filter(({ day }) => day >= from && day <= until);
    held = within[within.length - 1]?.held ?? held;
    return {
      from,
      until,
      issued: within.reduce((sum, day) => sum + issuedOn(day), 0),
      recovered: within.reduce((sum, day) => sum + recoveredOn(day), 0),
      expired: within.reduce((sum, { expired }) => sum + expired, 0),
      held,
    };
  });
}

/** What was issued from a day on, by source, the most first. */
export function issuedBySource(days: readonly BoardDay[], from: Day): { source: IssueSource; points: number }[] {
  const sums = new Map<IssueSource, number>();
  for (const { day, issued } of days) {
    if (day < from) continue;
    for (const [source, points] of Object.entries(issued) as [IssueSource, number][]) {
      sums.set(source, (sums.get(source) ?? 0) + points);
    }
  }
  return [...sums]
    .map(([source, points]) => ({ source, points }))
    .filter(({ points }) => points !== 0)
    .sort((one, other) => other.points - one.points);
}
