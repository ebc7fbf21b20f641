import { addDays, dayOf, monthOf } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { rulesOf } from '../read-rules';
import { weeksToAfford } from '../rules/board/affordability';
import { personsIn, personsWith } from '../rules/board/distribution';
import { heldWithPrice } from '../rules/board/price-forecast';
import { beginningOf } from '../rules/board/stored-day';
import { settingsOn } from '../rules/rule-table';
import { censuses, days, gifts, redemptions } from '../store';

const daysBack = 90;

/** Told from the latest night's walk and the roll-ups of 90 days: four requests, and no price is changed. */
export const tryGiftPrice: Handler<PointsContract['tryGiftPrice']> = async ({ giftId, costPoints }, { now }) => {
  const today = dayOf(now);
  const from = addDays(today, -daysBack);
  const [gift, [census], span, pieces] = await Promise.all([
    gifts.read(giftId),
    censuses.list({ where: { stage: 'done' }, sortedBy: '_id', direction: 'desc', limit: 1 }),
    days.list({ where: { _id: is.between(from, addDays(today, -1)) }, sortedBy: '_id', limit: daysBack }),
    redemptions.count({
      ...{ giftId, state: is.among(['reserved', 'fulfilled']) },
      sort: is.between(beginningOf(from), beginningOf(today)),
    }),
  ]);
  if (!gift) return refuse('gift_not_found');
  const balances = census?.balances ?? {};
  const weekly = census?.found?.medianWeeklyPoints ?? 0;
  const { lotMonths } = settingsOn(await rulesOf(now), today);
  const change = { costPoints: gift.costPoints, newCostPoints: costPoints, pieces };
  const forecast = census && heldWithPrice(span, change, { month: monthOf(today), lots: census.lots, lotMonths });
  return {
    giftId,
    name: gift.name,
    costPoints: gift.costPoints,
    newCostPoints: costPoints,
    weeks: weeksToAfford(gift.costPoints, weekly),
    newWeeks: weeksToAfford(costPoints, weekly),
    persons: personsIn(balances),
    withinReach: personsWith(balances, gift.costPoints),
    newWithinReach: personsWith(balances, costPoints),
    ...(forecast ?? { held: null, newHeld: null }),
  };
};
