import { mostGiftCards } from '../../../shared/recognition/gift-card';
import { is } from '../../platform/db';
import type { StoredGiftCard } from '../documents';
import { store } from '../store';

/** All kinds of gift cards. */
export const giftCards = (): Promise<StoredGiftCard[]> =>
  store.giftCards.list({ where: { _id: is.above('') }, sortedBy: '_id', limit: mostGiftCards });
