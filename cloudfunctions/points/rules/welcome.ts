import { dayOf } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { Movement } from './account';
import { incomeOf } from './earning';
import { type EarningTerms, tableOf, termsOn } from './rule-table';

/** 入职欢迎, once per person ever. */
export function welcomeMovement(
  personId: string,
  at: Instant,
  { rule, lotDay }: EarningTerms = termsOn(tableOf([]), 'joined', dayOf(at)),
): Movement {
  const cause = { kind: 'joined', version: rule.version } as const;
  return { ...incomeOf(rule.points, lotDay, cause, at), key: `${personId}.joined` };
}
