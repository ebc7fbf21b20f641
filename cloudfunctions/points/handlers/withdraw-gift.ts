import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { pictured } from '../gift-page';
import { gifts } from '../store';

/** 下架: repeating it changes nothing. */
export const withdrawGift: Handler<PointsContract['withdrawGift']> = async ({ giftId }) => {
  const gift = await gifts.changeOne({ _id: giftId }, { onSale: false });
  return gift ? pictured(gift) : refuse('gift_not_found');
};
