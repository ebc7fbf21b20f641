import type { CareCard, CareToSign, Signature } from '../../../shared/recognition/care';
import { mostSignatures } from '../../../shared/recognition/care';
import { refuse } from '../../../shared/refusal';
import type { StoredCare } from '../documents';
import { heldCard } from './gift-card';

/** The signatures with mine, in the place where it was if I had signed. Refuses one too many, and one too late. */
export function signedBy(card: StoredCare, signature: Signature): Signature[] {
  if (card.personId === signature.personId) refuse('care_card_not_found');
  if (card.state === 'delivered') refuse('care_card_delivered');
  const others = card.signatures.filter(({ personId }) => personId !== signature.personId);
  if (others.length >= mostSignatures) refuse('care_signatures_full');
  const place = card.signatures.findIndex(({ personId }) => personId === signature.personId);
  return place < 0 ? [...others, signature] : card.signatures.map((one, index) => (index === place ? signature : one));
}

/** The card as a colleague sees it who may sign. What others wrote stays unread until the day. */
export function signView({ _id, name, occasion, years, on, signatures }: StoredCare, viewerId: string): CareToSign {
  return { _id, name, occasion, years, on, signedByMe: signatures.some(({ personId }) => personId === viewerId) };
}

/** The card as its person reads it. */
export function careView(card: StoredCare): CareCard {
  const { _id, occasion, years, design, words, signatures, on, deliveredAt } = card;
  return { _id, occasion, years, design, words, signatures, on, deliveredAt, giftCard: heldCard(card) };
}
