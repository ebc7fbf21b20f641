import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { weeksToAfford } from '../rules/board/affordability';
import { personsIn, personsWith } from '../rules/board/distribution';
import { censuses, gifts } from '../store';

/** Told from the latest night's walk: two requests, and no price is changed. */
export const tryGiftPrice: Handler<PointsContract['tryGiftPrice']> = async ({ giftId, costPoints }) => {
  const [gift, [census]] = await Promise.all([
    gifts.read(giftId),
    censuses.list({ where: { stage: 'done' }, sortedBy: '_id', direction: 'desc', limit: 1 }),
  ]);
  if (!gift) return refuse('gift_not_found');
  const balances = census?.balances ?? {};
  const weekly = census?.found?.medianWeeklyPoints ?? 0;
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
  };
};
