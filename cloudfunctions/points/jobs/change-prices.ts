import { dayOf } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import { mallOrderOf, rememberedPrices } from '../rules/gift';
import { gifts } from '../store';

/** Gifts whose price one sweep changes; the rest waits a minute. */
const giftsAtOnce = 100;

/** Makes planned prices the prices once their day has begun: one stroke a gift, while the plan is still the same. */
export async function changePrices(now: Date): Promise<number> {
  const due = await gifts.list({
    where: { priceChangesOn: is.atMost(dayOf(now)) },
    sortedBy: 'priceChangesOn',
    limit: giftsAtOnce,
  });
  let changed = 0;
  for (const { _id, nextPrice, priceReason: reason, priceChangedBy: changedBy } of due) {
    if (!nextPrice) continue;
    const { costPoints, effectiveOn } = nextPrice;
    const gift = await gifts.changeOne(
      { _id, priceChangesOn: effectiveOn, 'nextPrice.costPoints': costPoints },
      {
        costPoints,
        sort: mallOrderOf(_id, costPoints),
        nextPrice: by.exactly(null),
        priceChangesOn: null,
        prices: by.appending([{ costPoints, effectiveOn, reason, changedBy }], rememberedPrices),
      },
    );
    if (gift) changed += 1;
  }
  return changed;
}
