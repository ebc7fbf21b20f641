import { instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { FactRuleKey, HoldReason } from '../../../shared/points/rules';
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
  purgeAt: Instant;
}

export function heldBackFact(fact: EarningFact, version: number, why: HoldReason, now: Date): HeldBack {
  const { personId, rule, at } = fact;
  const purgeAt = instant(new Date(now.getTime() + keptMillis));
  return { _id: earningKeyOf(fact), personId, rule, version, at, why, purgeAt };
}
