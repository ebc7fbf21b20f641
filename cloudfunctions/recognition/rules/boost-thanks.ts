import { mostBoosts } from '../../../shared/recognition/thanks';
import { refuse } from '../../../shared/refusal';
import type { StoredThanks } from '../documents';

/** Refuses to boost what is not shown, one's own card, and one too many. */
export function checkBoostable(card: StoredThanks, personId: string): void {
  if (card.state !== 'shown') refuse('thanks_not_found');
  if (card.fromId === personId || card.to.some((one) => one.personId === personId)) refuse('thanks_to_oneself');
  if (card.boosters.length >= mostBoosts && !card.boosters.includes(personId)) refuse('thanks_boosts_full');
}
