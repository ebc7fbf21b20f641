import { dayOf } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { branchCondition } from '../board';
import { countedFields, figuresOf } from '../rules/board-figures';
import { store } from '../store';

/** The newest so many runs: a year of a large company. */
const mostCounted = 1000;

export const readBoard: Handler<OnboardingContract['readBoard']> = async (input, { caller, now }) => {
  const { branchId, departmentId } = input;
  const today = dayOf(now);
  const branches = branchCondition(branchId, caller.reach);
  if (branches === null) return { ...figuresOf([], today), newestOnly: null };
  const runs = await store.runs.list({
    where: {
      sort: is.above(''),
      ...branches,
      ...(departmentId === undefined ? {} : { departmentId }),
    },
    ...{ sortedBy: 'sort', direction: 'desc', limit: mostCounted, fields: countedFields },
  });
  return { ...figuresOf(runs, today), newestOnly: runs.length === mostCounted ? mostCounted : null };
};
