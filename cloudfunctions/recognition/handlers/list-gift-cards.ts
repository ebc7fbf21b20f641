import type { RecognitionContract } from '../../../shared/recognition/contract';
import type { Handler } from '../../platform/serve';
import { giftCards } from '../care/gift-cards';
import { stockOf } from '../care/keep-gift-cards';
import { stockView } from '../rules/gift-card';

/** Two counts a kind, of at most ten: exact at every moment, and nothing to keep in line. */
export const listGiftCards: Handler<RecognitionContract['listGiftCards']> = async () => {
  const kinds = await giftCards();
  return { items: await Promise.all(kinds.map(async (kind) => stockView(kind, await stockOf(kind._id)))) };
};
