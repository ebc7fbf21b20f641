import type { Role } from '../../../../shared/kernel/role';
import type { Instant } from '../../../../shared/kernel/scalar';
import type { PointRule } from '../../../../shared/points/rules';
import { type Account, openAccount } from '../account';
import { countedWith, isMeant, limitReached } from '../earning';

/** Something that happened under one rule, whether points came of it or a limit held them back. */
export interface RuleEvent {
  at: Instant;
  /** When it was decided: a fact may come late, and limits count what was decided before. */
  decidedAt: Instant;
  /** What was issued for it; 0 when it was held back. */
  issued: number;
  /** What was published for it, by a rule that leaves it to its facts; null where the rule says it. */
  published: number | null;
}

export interface Replayed {
  issued: number;
  /** Times that a limit held something back. */
  heldBack: number;
}

/**
 * 试算: what one person's events would have earned, decided one after the other by the limits that `earn` has. What was
 * decided before `since` only fills the counters of days and months: it is not told. `ruleFor` gives the version that
 * holds for an event. A rule that has ended or is not for this person gives nothing, and holds nothing back.
 */
export function replayRule(
  events: readonly RuleEvent[],
  { since, roles, ruleFor }: { since: Instant; roles: readonly Role[]; ruleFor: (event: RuleEvent) => PointRule },
): Replayed {
  const told: Replayed = { issued: 0, heldBack: 0 };
  let account: Account = openAccount('replay');
  for (const event of inOrder(events)) {
    const terms = ruleFor(event);
    if (terms.points === 0 || !isMeant(terms, roles)) continue;
    const rule = event.published === null ? terms : { ...terms, points: event.published };
    const isTold = event.decidedAt >= since;
    if (limitReached(account, rule, event.at) !== null) {
      told.heldBack += isTold ? 1 : 0;
      continue;
    }
    account = { ...account, earned: countedWith(account, rule, event.at) };
    told.issued += isTold ? rule.points : 0;
  }
  return told;
}

const inOrder = (events: readonly RuleEvent[]) =>
  [...events].sort((one, other) => (one.decidedAt < other.decidedAt ? -1 : 1));

/** What came of these events, and how often nothing did. */
export function asItWas(events: readonly RuleEvent[], since: Instant): Replayed {
  const told = events.filter(({ decidedAt }) => decidedAt >= since);
  return {
    issued: told.reduce((sum, { issued }) => sum + issued, 0),
    heldBack: told.filter(({ issued }) => issued === 0).length,
  };
}
