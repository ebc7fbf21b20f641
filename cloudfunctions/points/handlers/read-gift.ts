import { dayOf, instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { picturedForMall } from '../gift-page';
import { openAccount } from '../rules/account';
import { hasSpendingEnded, spendablePoints } from '../rules/lots';
import { standingOf } from '../rules/standing';
import { takenAt } from '../rules/taken';
import { spendingOf } from '../spending';
import { accounts, gifts, wishes } from '../store';

export const readGift: Handler<PointsContract['readGift']> = async ({ giftId }, { caller, now }) => {
  const { personId } = personOf(caller);
  const spending = await spendingOf(caller, now);
  if (hasSpendingEnded(spending)) return refuse('spending_ended');
  const [gift, known, wished] = await Promise.all([gifts.read(giftId), accounts.read(personId), wishes.read(personId)]);
  const account = known ?? openAccount(personId);
  const taken = takenAt(account, giftId, instant(now));
  // 已下架: only those who have it may still look at it.
  if (!gift || (!gift.onSale && taken.person === 0)) return refuse('gift_not_found');
  const balance = spendablePoints(account.lots, spending);
  const standing = standingOf(gift, taken, balance, dayOf(now));
  return {
    gift: { ...(await picturedForMall(gift)), standing },
    balance,
    redeemedByMe: taken.person,
    isWished: wished?.giftIds.includes(giftId) ?? false,
  };
};
