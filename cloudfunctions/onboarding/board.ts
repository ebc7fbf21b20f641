import type { Day } from '../../shared/kernel/scalar';
import { type Reach, reaches } from '../../shared/people/identity';
import { is, type Where } from '../platform/db';

export interface BoardFilter {
  which: 'open' | 'late' | 'stuck' | 'over';
  branchId: string | undefined;
  departmentId: string | undefined;
}

/** Of whom the board may tell: a filter inside the reach, or all of the reach. Null when nothing is left. */
export function branchCondition(branchId: string | undefined, reach: Reach): Where | null {
  if (branchId !== undefined) return reaches(reach, branchId) ? { branchId } : null;
  if (reach === 'everywhere') return {};
  return reach.length > 0 ? { branchId: is.among(reach) } : null;
}

/** Late is what is overdue and not stuck, as the board counts it. */
export function boardConditions(
  { which, branchId, departmentId }: BoardFilter,
  reach: Reach,
  today: Day,
): Where | null {
  const branches = branchCondition(branchId, reach);
  if (branches === null) return null;
  return {
    isOpen: which !== 'over',
    ...branches,
    ...(departmentId === undefined ? {} : { departmentId }),
    ...(which === 'stuck' ? { stuckCount: is.above(0) } : {}),
    ...(which === 'late' ? { stuckCount: 0, openDueOn: is.below(today) } : {}),
  };
}
