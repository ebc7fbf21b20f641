import { dayOf } from '../../shared/kernel/day';
import type { Day } from '../../shared/kernel/scalar';
import { mostVersions, ruleKeys } from '../../shared/points/rules';
import { is } from '../platform/db';
import { type RuleTable, type TableRow, tableOf } from './rules/rule-table';
import { ruleVersions } from './store';

const mostRows = (ruleKeys.length + 1) * mostVersions;

let known: { day: Day; table: RuleTable } | null = null;

/** Every version that HR decided, as it is now: one request. */
export function readRuleRows(): Promise<TableRow[]> {
  return ruleVersions.list({ where: { _id: is.above('') }, sortedBy: '_id', limit: mostRows });
}

/**
 * The rule table as it holds today. What holds on a day cannot change during it (`earliestEffectiveOn`), so a container
 * asks once a day.
 */
export async function rulesOf(now: Date): Promise<RuleTable> {
  const day = dayOf(now);
  if (known?.day !== day) known = { day, table: tableOf(await readRuleRows()) };
  return known.table;
}

/** Makes this container as ignorant as a new one. */
export function forgetRules(): void {
  known = null;
}
