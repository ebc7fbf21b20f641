import { addDays } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { workdayFrom } from '../../../shared/kernel/workday';

/** How an activity lies about the first day. */
export interface Timing {
  dayOffset: number;
  durationDays: number;
}

/**
 * When an activity can begin and is due: calendar days from the first day, off weekends and holidays to the next
 * workday, make-up workdays included. What is due before somebody starts is never moved behind the first day by that.
 */
export function plannedDays({ dayOffset, durationDays }: Timing, firstDay: Day): { startsOn: Day; dueOn: Day } {
  const begins = addDays(firstDay, dayOffset);
  const ends = addDays(begins, durationDays);
  const isBefore = ends < firstDay;
  const dueOn = workdayFrom(ends);
  return { startsOn: begins, dueOn: isBefore && dueOn > firstDay ? firstDay : dueOn };
}
