import { addDays } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { GuideDates } from '../../../shared/offboarding/guide';
import { noticeDays, statutoryPaperDays } from '../../../shared/offboarding/separation';
import type { EmploymentStatus } from '../../../shared/people/model';

/** 劳动合同法 37: thirty days, in probation three. */
const noticeDaysOf = (status: EmploymentStatus): number =>
  status === 'probation' ? noticeDays.probation : noticeDays.usual;

/** The last day by law for who says so on a day. Calendar days: a weekend counts. */
export const legalLastDayOf = (saidOn: Day, status: EmploymentStatus): Day => addDays(saidOn, noticeDaysOf(status));

const here: readonly EmploymentStatus[] = ['probation', 'active', 'onLeave', 'noticePeriod'];

/** What today would mean for the person who reads the guide. */
export function guideDates(today: Day, status: EmploymentStatus | null, relievingDate: Day | null): GuideDates {
  if (status === null || !here.includes(status)) {
    return { noticeDays: null, earliestLastDay: null, papersUntil: null };
  }
  const earliestLastDay = relievingDate ?? legalLastDayOf(today, status);
  return {
    noticeDays: noticeDaysOf(status),
    earliestLastDay,
    papersUntil: addDays(earliestLastDay, statutoryPaperDays),
  };
}
