import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { pictured } from '../gift-page';
import { gifts } from '../store';

export const readShelfGift: Handler<PointsContract['readShelfGift']> = async ({ giftId }) => {
  const gift = (await gifts.read(giftId)) ?? refuse('gift_not_found');
  return { gift: await pictured(gift), prices: gift.prices };
};
