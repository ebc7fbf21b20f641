import { instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { type FactRuleKey, type HoldReason, publishedRules } from '../../../shared/points/rules';
import { type EarningFact, earningKeyOf } from './earning';

/** How long it is kept: the replay of a rule looks back 90 days. */
const keptMillis = 100 * 86_400_000;

/** A fact that a rule's limit kept from earning. */
export interface HeldBack {
  _id: string;
  personId: string;
  rule: FactRuleKey;
  version: number;
  at: Instant;
  why: HoldReason;
  /** What was published for the fact, where its rule leaves it to its facts. */
  published: number | null;
  purgeAt: Instant;
}

export function heldBackFact(
  fact: EarningFact & { points?: number | undefined },
  version: number,
  why: HoldReason,
  now: Date,
): HeldBack {
  const { personId, rule, at, points } = fact;
  const published = publishedRules.includes(rule) ? (points ?? null) : null;
  const purgeAt = instant(new Date(now.getTime() + keptMillis));
  return { _id: earningKeyOf(fact), personId, rule, version, at, why, published, purgeAt };
}
