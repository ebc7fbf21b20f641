import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { careView } from '../rules/sign-care';
import { store } from '../store';

/** Nobody else reads it, and the person not before the day. */
export const readCareCard: Handler<RecognitionContract['readCareCard']> = async ({ careId }, { caller }) => {
  const card = await store.care.read(careId);
  if (card?.personId !== personOf(caller).personId || card.state !== 'delivered') return refuse('care_card_not_found');
  const kind = card.giftCardId ? await store.giftCards.read(card.giftCardId) : null;
  const terms = kind && { name: kind.name, valueFen: kind.valueFen, howTo: kind.howTo };
  return { ...careView(card), giftCardTerms: terms };
};
