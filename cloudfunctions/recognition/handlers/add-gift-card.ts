import type { RecognitionContract } from '../../../shared/recognition/contract';
import { mostGiftCards } from '../../../shared/recognition/gift-card';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { giftCards } from '../care/gift-cards';
import { giftCardIdOf } from '../documents';
import { giftCardView, newGiftCard, saysTheSame } from '../rules/gift-card';
import { store } from '../store';

/** A repeat finds what it added. */
export const addGiftCard: Handler<RecognitionContract['addGiftCard']> = async ({ requestId, ...terms }) => {
  const kinds = await giftCards();
  const made = newGiftCard(giftCardIdOf(requestId), terms);
  const earlier = kinds.find(({ _id }) => _id === made._id);
  if (!earlier && kinds.length >= mostGiftCards) return refuse('gift_cards_full');
  if (!earlier && (await store.giftCards.insert(made))) return giftCardView(made);
  const stands = earlier ?? (await store.giftCards.read(made._id));
  return stands && saysTheSame(stands, terms) ? giftCardView(stands) : refuse('request_id_reused');
};
