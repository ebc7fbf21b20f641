import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { pictured } from '../gift-page';
import { openAccount, takenOf } from '../rules/account';
import { accounts, gifts } from '../store';

export const readGift: Handler<PointsContract['readGift']> = async ({ giftId }, { caller }) => {
  const { personId } = personOf(caller);
  const [gift, known] = await Promise.all([gifts.read(giftId), accounts.read(personId)]);
  const account = known ?? openAccount(personId);
  const redeemedByMe = takenOf(account, giftId);
  // 已下架: only those who have it may still look at it.
  if (!gift || (!gift.onSale && redeemedByMe === 0)) return refuse('gift_not_found');
  return { gift: await pictured(gift), balance: account.balance, redeemedByMe };
};
