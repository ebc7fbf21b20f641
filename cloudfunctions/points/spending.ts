import { dayOf } from '../../shared/kernel/day';
import { type Caller, personOf } from '../platform/caller';
import { rulesOf } from './read-rules';
import type { ViewedOn } from './rules/check-in';
import { type Spending, spendByOf } from './rules/lots';
import { type RuleTable, settingsOn } from './rules/rule-table';

/** What the caller may spend now. Costs a request only for somebody who is leaving, once a day in each container. */
export async function spendingOf(caller: Caller, now: Date): Promise<Spending> {
  const { relievingDate } = personOf(caller);
  if (relievingDate === null) return { today: dayOf(now), spendBy: null };
  return viewedOn(caller, now, await rulesOf(now));
}

/** What the caller's account is looked at with. */
export function viewedOn(caller: Caller, now: Date, table: RuleTable): ViewedOn {
  const today = dayOf(now);
  const { leaverDays } = settingsOn(table, today);
  return { today, spendBy: spendByOf(personOf(caller).relievingDate, leaverDays), table, roles: caller.roles };
}
