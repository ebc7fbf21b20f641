import { dayOf, monthOf } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { PointRule } from '../../../shared/points/rules';
import { by, type Change, is, type Where } from '../../platform/db';
import { type Movement, pendingLimit, pointsOf } from '../rules/account';
import { coolSince } from '../rules/earning';
import { type Lots, lotsAfter } from '../rules/lots';

/**
 * When these movements may be booked: none of them was, there is room to remember them, and every lot they take from
 * still holds what they take. Nothing about the rest of the account, so that incomes never hinder each other.
 */
export function bookable(movements: readonly Movement[]): Where {
  const known = is.noneOf(movements.map(({ key }) => key));
  const conditions: Record<string, Where[string]> = {
    'pending.key': known,
    'lately.key': known,
    [`pending.${pendingLimit - movements.length}`]: is.absent(),
  };
  for (const [day, points] of Object.entries(movedLots(movements))) {
    if (points < 0) conditions[`lots.${day}`] = is.atLeast(-points);
  }
  return conditions;
}

/** What booking these movements changes, in one stroke. */
export function booking(movements: readonly Movement[]): Change {
  const spent = movements.filter(({ pocket }) => pocket === 'spend');
  const given = movements.filter(({ pocket }) => pocket === 'give');
  const lifetime = movements.reduce((sum, movement) => sum + movement.lifetime, 0);
  const change: Record<string, unknown> = {
    pending: by.appending(movements),
    pendingSince: by.lowering(oldest(movements)),
  };
  if (spent.length > 0) change.balance = by.adding(pointsOf(spent));
  if (given.length > 0) change['giving.left'] = by.adding(pointsOf(given));
  if (lifetime !== 0) change.lifetime = by.adding(lifetime);
  for (const [day, points] of Object.entries(movedLots(movements))) change[`lots.${day}`] = by.adding(points);
  return change;
}

const movedLots = (movements: readonly Movement[]) =>
  movements.reduce<Lots>((lots, movement) => lotsAfter(lots, movement.lots), {});

const oldest = (movements: readonly Movement[]): Instant =>
  movements.map(({ bookedAt }) => bookedAt).reduce((one, other) => (one < other ? one : other));

/** When a rule's limits let one more time through. A person whom the rule never paid has none of these fields. */
export function withinLimits(rule: PointRule, at: Instant): Where {
  const conditions: Record<string, Where[string]> = {};
  const [day, month] = [dayOf(at), monthOf(dayOf(at))];
  if (rule.dailyTimes !== null) conditions[`earned.${rule.key}.times.${day}`] = is.notAtLeast(rule.dailyTimes);
  if (rule.monthlyPoints !== null) {
    conditions[`earned.${rule.key}.points.${month}`] = is.notAbove(rule.monthlyPoints - rule.points);
  }
  if (rule.coolDownMinutes > 0) conditions[`earned.${rule.key}.lastAt`] = is.notAbove(coolSince(rule, at));
  return conditions;
}

/** Counts one more time of a rule. */
export function counting(rule: PointRule, at: Instant): Change {
  const [day, month] = [dayOf(at), monthOf(dayOf(at))];
  return {
    [`earned.${rule.key}.times.${day}`]: by.adding(1),
    [`earned.${rule.key}.points.${month}`]: by.adding(rule.points),
    [`earned.${rule.key}.lastAt`]: by.raising(at),
  };
}
