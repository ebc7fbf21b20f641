import { addDays, dayOf, instant, monthOf } from '../../../shared/kernel/day';
import type { Role } from '../../../shared/kernel/role';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { PointCause } from '../../../shared/points/model';
import type { FactRuleKey, HoldReason, PointRule } from '../../../shared/points/rules';
import { type Account, type Earned, type Movement, movementOf } from './account';
import type { EarningTerms } from './rule-table';

/** A fact that came later than this counts on the day it came: its own day is no longer counted. */
const countedDays = 7;

/** A fact that may earn points. */
export interface EarningFact {
  factId: string;
  rule: FactRuleKey;
  personId: string;
  about: string | null;
  at: Instant;
}

/** The ledger entry by which a fact is recognised. */
export function earningKeyOf({ personId, rule, factId }: Pick<EarningFact, 'personId' | 'rule' | 'factId'>): string {
  return `${personId}.${rule}.${factId}`;
}

/** When a fact counts: when it happened, unless that is in the future or too long ago. */
export function countedAt(at: Instant, now: Date): Instant {
  const isCounted = at <= instant(now) && dayOf(at) >= addDays(dayOf(now), -countedDays);
  return isCounted ? at : instant(now);
}

/** What a fact earns. */
export function earningMovement(fact: EarningFact, { rule, lotDay }: EarningTerms, at: Instant, now: Date): Movement {
  const { factId, about } = fact;
  const cause: PointCause = { kind: 'earned', rule: fact.rule, version: rule.version, factId, about };
  return { ...incomeOf(rule.points, lotDay, cause, at), key: earningKeyOf(fact), bookedAt: instant(now) };
}

/** Points that the company issues to a person: they count for 累计积分. The key is still to be said. */
export function incomeOf(points: number, lotDay: Day, cause: PointCause, at: Instant): Movement {
  return movementOf({
    key: '',
    points,
    cause,
    from: 'issue',
    to: 'person',
    lots: { [lotDay]: points },
    lifetime: points,
    at,
  });
}

/** What a rule gave in its day and month, and when last; null before the first time. */
function earnedBy(account: Account, rule: PointRule): Earned | null {
  return Object.hasOwn(account.earned, rule.key) ? (account.earned[rule.key] ?? null) : null;
}

/** The latest moment of the last time at which another time counts. */
export function coolSince({ coolDownMinutes }: PointRule, at: Instant): Instant {
  return instant(new Date(Date.parse(at) - coolDownMinutes * 60_000));
}

/** Whether somebody with these roles is meant by a rule. */
export function isMeant({ audience }: PointRule, roles: readonly Role[]): boolean {
  return audience === 'everyone' || audience.some((role) => roles.includes(role));
}

/** Which limit of the rule holds the points back; null when none does. */
export function limitReached(account: Account, rule: PointRule, at: Instant): HoldReason | null {
  const earned = earnedBy(account, rule);
  const day = dayOf(at);
  if (rule.dailyTimes !== null && (earned?.times[day] ?? 0) >= rule.dailyTimes) return 'dailyTimes';
  const inMonth = (earned?.points[monthOf(day)] ?? 0) + rule.points;
  if (rule.monthlyPoints !== null && inMonth > rule.monthlyPoints) return 'monthlyPoints';
  if (rule.coolDownMinutes > 0 && earned && earned.lastAt > coolSince(rule, at)) return 'coolDown';
  return null;
}

/** What the account counts once a rule has given its points. */
export function countedWith(account: Account, rule: PointRule, at: Instant): Account['earned'] {
  const { times = {}, points = {}, lastAt = '' } = earnedBy(account, rule) ?? {};
  const [day, month] = [dayOf(at), monthOf(dayOf(at))];
  const counted: Earned = {
    times: { ...times, [day]: (times[day] ?? 0) + 1 },
    points: { ...points, [month]: (points[month] ?? 0) + rule.points },
    lastAt: lastAt > at ? lastAt : at,
  };
  return { ...account.earned, [rule.key]: counted };
}

/** Without the days and months that no fact is counted on any more. */
export function stillCounted(earned: Account['earned'], today: Day): Account['earned'] {
  const since = addDays(today, -countedDays - 1);
  const kept = (counts: Record<string, number>, first: string) =>
    Object.fromEntries(Object.entries(counts).filter(([when]) => when >= first));
  return Object.fromEntries(
    Object.entries(earned).map(([key, { times, points, lastAt }]) => [
      key,
      { times: kept(times, since), points: kept(points, monthOf(since)), lastAt },
    ]),
  );
}
