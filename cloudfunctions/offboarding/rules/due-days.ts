import { addDays } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { addWorkdays, workdayUntil } from '../../../shared/kernel/workday';
import { clearanceTargetWorkdays, type RowKind } from '../../../shared/offboarding/separation';

/** The day so many workdays before or after the last day; a last day on a weekend counts as the Friday before. */
function workdayFromLast(lastDay: Day, offsetDays: number): Day {
  const base = workdayUntil(lastDay);
  if (offsetDays >= 0) return offsetDays === 0 ? base : addWorkdays(base, offsetDays);
  let found = base;
  for (let count = 0; count > offsetDays; count -= 1) found = workdayUntil(addDays(found, -1));
  return found;
}

/** When a row is due: not before the day on which its owner hears of it. What the law counts are calendar days. */
export function dueDay(kind: RowKind, offsetDays: number, lastDay: Day, knownOn: Day): Day {
  if (kind === 'statutory') return addDays(lastDay, offsetDays);
  const due = workdayFromLast(lastDay, offsetDays);
  return due < knownOn ? knownOn : due;
}

/** By when everything but archives and insurance is to be settled. */
export const clearanceTarget = (lastDay: Day): Day => workdayFromLast(lastDay, clearanceTargetWorkdays);
