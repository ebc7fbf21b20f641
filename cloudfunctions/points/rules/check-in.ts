import { addDays, dayOf, monthOf } from '../../../shared/kernel/day';
import type { Role } from '../../../shared/kernel/role';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { AccountView } from '../../../shared/points/model';
import type { PointRule } from '../../../shared/points/rules';
import { refuse } from '../../../shared/refusal';
import type { Account, Movement } from './account';
import { incomeOf, limitReached } from './earning';
import { nextExpiry, type Spending, spendablePoints } from './lots';
import { allowanceOf, type EarningTerms, type RuleTable, ruleOn, settingsOn, tableOf, termsOn } from './rule-table';

/** 签到 of a day. */
export function checkInMovement(
  personId: string,
  day: Day,
  at: Instant,
  { rule, lotDay }: EarningTerms = termsOn(tableOf([]), 'checkIn', day),
): Movement {
  const cause = { kind: 'checkIn', day, version: rule.version } as const;
  return { ...incomeOf(rule.points, lotDay, cause, at), key: `${personId}.checkIn.${day}` };
}

/**
 * 连续签到: days in a row up to today, or up to yesterday while today is still open. The order of the list does not
 * matter: a container whose clock was off may have booked days out of order.
 */
export function streakOn(today: Day, checkInDays: readonly Day[]): number {
  const days = new Set(checkInDays);
  let day = days.has(today) ? today : addDays(today, -1);
  let streak = 0;
  while (days.has(day)) {
    streak += 1;
    day = addDays(day, -1);
  }
  return streak;
}

/** What the view of an account depends on besides the account. */
export interface ViewedOn extends Spending {
  table: RuleTable;
  roles: readonly Role[];
}

/** The account as its owner sees it on a day. */
export function accountView(account: Account, { today, spendBy, table, roles }: ViewedOn): AccountView {
  const { month, left } = account.giving;
  const givingLeft = month === monthOf(today) ? left : allowanceOf(settingsOn(table, today), roles);
  return {
    balance: spendablePoints(account.lots, { today, spendBy }),
    lifetime: account.lifetime,
    expiring: nextExpiry(account.lots, { today, spendBy }),
    givingLeft,
    spendBy,
    checkedInToday: account.checkInDays.includes(today),
    streakDays: streakOn(today, account.checkInDays),
    today,
    checkInPoints: ruleOn(table, 'checkIn', today).points,
  };
}

/**
 * Of a check-in that could not be booked: what the first arrival gained when this is its repeat; otherwise refuses.
 */
export function answersCheckIn(account: Account, requestId: string, rule: PointRule, at: Instant): number {
  const earlier = account.recent.find((request) => request.requestId === requestId);
  if (earlier?.call === 'checkIn') return earlier.gained;
  if (earlier) refuse('request_id_reused');
  if (account.checkInDays.includes(dayOf(at))) refuse('checked_in_already');
  if (rule.points === 0) refuse('earning_ended');
  if (limitReached(account, rule, at)) refuse('earning_capped');
  refuse('points_busy');
}
