import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { pictured } from '../gift-page';
import { gifts } from '../store';

/** 重新上架: repeating it changes nothing. */
export const relistGift: Handler<PointsContract['relistGift']> = async ({ giftId }) => {
  const gift = await gifts.changeOne({ _id: giftId }, { onSale: true });
  return gift ? pictured(gift) : refuse('gift_not_found');
};
