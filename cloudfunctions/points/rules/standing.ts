import type { Day } from '../../../shared/kernel/scalar';
import type { GiftStanding } from '../../../shared/points/model';
import { type ListedGift, termsOf } from './gift';
import type { Taken } from './taken';

/** What somebody can do about a gift on a day: the mall says it in advance, redeeming refuses by it. */
export function standingOf(gift: ListedGift, taken: Taken, balance: number, today: Day): GiftStanding {
  const { perPersonLimit, monthlyLimit, yearlyLimit } = termsOf(gift);
  if (today > gift.sellsUntil) return { kind: 'ended', on: gift.sellsUntil };
  if (today < gift.sellsFrom) return { kind: 'notYet', on: gift.sellsFrom };
  if (gift.stock < 1) return { kind: 'soldOut' };
  if (perPersonLimit !== null && taken.person >= perPersonLimit) {
    return { kind: 'limitReached', limit: perPersonLimit, per: 'person' };
  }
  if (yearlyLimit !== null && taken.year >= yearlyLimit)
    return { kind: 'limitReached', limit: yearlyLimit, per: 'year' };
  if (monthlyLimit !== null && taken.month >= monthlyLimit) {
    return { kind: 'limitReached', limit: monthlyLimit, per: 'month' };
  }
  const missing = gift.costPoints - balance;
  return missing > 0 ? { kind: 'short', missing } : { kind: 'can' };
}
