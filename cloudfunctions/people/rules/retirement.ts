import { addMonths } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { RetirementWay } from '../../../shared/people/leavers';

/**
 * 国务院关于渐进式延迟法定退休年龄的办法, annexes 1 to 3: who is born from `firstMonth` on retires one month later for each
 * `monthsABorn` months, up to `most` months.
 */
const ways: Record<RetirementWay, { ageMonths: number; firstMonth: string; monthsABorn: number; most: number }> = {
  men: { ageMonths: 60 * 12, firstMonth: '1965-01', monthsABorn: 4, most: 36 },
  womenOf55: { ageMonths: 55 * 12, firstMonth: '1970-01', monthsABorn: 4, most: 36 },
  womenOf50: { ageMonths: 50 * 12, firstMonth: '1975-01', monthsABorn: 2, most: 60 },
};

const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function retirementDay(birthOn: Day, way: RetirementWay): Day {
  const { ageMonths, firstMonth, monthsABorn, most } = ways[way];
  const since = monthsOf(birthOn) - monthsOf(firstMonth);
  const later = since < 0 ? 0 : Math.min(most, Math.floor(since / monthsABorn) + 1);
  return addMonths(birthOn, ageMonths + later);
}

/** The day of the legal age, by each way: which one is somebody's, 同路 does not know. */
export const retirementDays = (birthOn: Day): Record<RetirementWay, Day> => ({
  men: retirementDay(birthOn, 'men'),
  womenOf55: retirementDay(birthOn, 'womenOf55'),
  womenOf50: retirementDay(birthOn, 'womenOf50'),
});
