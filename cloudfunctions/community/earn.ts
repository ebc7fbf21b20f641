import { instant } from '../../shared/kernel/day';
import { excerpt } from '../../shared/kernel/excerpt';
import type { FactRuleKey } from '../../shared/points/rules';
import { ask } from '../platform/outbox';

/** Something that may earn points; `points` decides whether and how much, and books a fact once. */
export interface Deed {
  factId: string;
  rule: Extract<FactRuleKey, 'newsRead' | 'answerAccepted'>;
  personId: string;
  about: string;
}

/** Tells the points of a deed; whether they have it. Telling it twice is harmless. */
export async function earn({ factId, rule, personId, about }: Deed, now: Date): Promise<boolean> {
  const requestId = `earn-points-${factId.replace(/[^A-Za-z0-9]/g, '-')}`.slice(0, 64);
  const input = { factId, rule, personId, about: excerpt(about, 40), at: instant(now), requestId };
  const answer = await ask('points', 'earn', input, now);
  return answer.ok;
}
