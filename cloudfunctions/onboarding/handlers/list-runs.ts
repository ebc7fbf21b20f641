import { dayOf } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { boardConditions } from '../board';
import { headFields, runLine } from '../rules/run-view';
import { store } from '../store';

export const listRuns: Handler<OnboardingContract['listRuns']> = async (input, { caller, now }) => {
  const { which, branchId, departmentId, cursor, limit } = input;
  const today = dayOf(now);
  const where = boardConditions({ which, branchId, departmentId }, caller.reach, today);
  if (where === null) return { items: [], next: null };
  const { items, next } = await store.runs.page({
    ...{ where, sortedBy: 'sort', direction: 'desc', cursor, limit, fields: headFields },
  });
  return { items: items.map((run) => runLine(run, today)), next };
};
