import type { Day } from '../../../shared/kernel/scalar';
import type { Employment, EmploymentStatus } from '../../../shared/people/model';

/** Statuses of people who are colleagues now: not those who only start later, nor those who have left. */
export const colleagueStatuses: readonly EmploymentStatus[] = ['probation', 'active', 'onLeave', 'noticePeriod'];

/** Dates before the word: whoever's last day is over, or first day is still to come, does not work here. */
export function worksHere({ status, dateOfJoining, relievingDate }: Employment, today: Day): boolean {
  if (!colleagueStatuses.includes(status)) return false;
  const hasStarted = dateOfJoining === null || dateOfJoining <= today;
  return hasStarted && (relievingDate === null || today <= relievingDate);
}
