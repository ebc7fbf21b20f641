import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { pictured } from '../gift-page';
import { answersRestock, mostSuppliedBefore, rememberedRestocks } from '../rules/gift';
import { gifts } from '../store';

export const restockGift: Handler<PointsContract['restockGift']> = async ({ giftId, pieces, requestId }) => {
  const restocked = await gifts.changeOne(
    {
      _id: giftId,
      handing: is.not('code'),
      'restocks.requestId': is.not(requestId),
      supplied: is.atMost(mostSuppliedBefore(pieces)),
    },
    {
      stock: by.adding(pieces),
      supplied: by.adding(pieces),
      restocks: by.appending([{ requestId, pieces }], rememberedRestocks),
    },
  );
  if (restocked) return pictured(restocked);
  const gift = (await gifts.read(giftId)) ?? refuse('gift_not_found');
  if (gift.handing === 'code') return refuse('gift_stock_by_codes');
  answersRestock(gift, requestId, pieces);
  return pictured(gift);
};
