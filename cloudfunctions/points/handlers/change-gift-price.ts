import { dayOf } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { pictured } from '../gift-page';
import { rememberedPlans } from '../rules/gift';
import { gifts } from '../store';

/** Plans a price; the sweep of that day makes it the price. A later plan replaces an earlier one. */
export const changeGiftPrice: Handler<PointsContract['changeGiftPrice']> = async (input, { caller, now }) => {
  const { giftId, costPoints, effectiveOn, reason, requestId } = input;
  if (effectiveOn <= dayOf(now)) return refuse('gift_price_too_early');
  const planned = await gifts.changeOne(
    { _id: giftId, planRequests: is.not(requestId) },
    {
      nextPrice: by.exactly({ costPoints, effectiveOn }),
      priceReason: reason,
      priceChangedBy: personOf(caller).personId,
      priceChangesOn: effectiveOn,
      planRequests: by.appending([requestId], rememberedPlans),
    },
  );
  return pictured(planned ?? (await gifts.read(giftId)) ?? refuse('gift_not_found'));
};
