import { refuse } from '../../../shared/refusal';
import type { StoredThanks } from '../documents';

/** What a verdict makes of a card. Refuses to take one down without a word to its sender. */
export function judgementOf(
  verdict: 'show' | 'takeDown',
  reason: string | null,
): Pick<StoredThanks, 'state' | 'takenDownReason'> {
  if (verdict === 'show') return { state: 'shown', takenDownReason: null };
  return { state: 'takenDown', takenDownReason: reason ?? refuse('reason_missing') };
}
