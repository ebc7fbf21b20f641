import { dayOf, instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { giftPage } from '../gift-page';
import { openAccount } from '../rules/account';
import { giftView } from '../rules/gift';
import { hasSpendingEnded, nextExpiry, spendablePoints } from '../rules/lots';
import { standingOf } from '../rules/standing';
import { takenAt } from '../rules/taken';
import { spendingOf } from '../spending';
import { accounts } from '../store';

export const listGifts: Handler<PointsContract['listGifts']> = async ({ category, cursor, limit }, { caller, now }) => {
  const { personId } = personOf(caller);
  const [at, today] = [instant(now), dayOf(now)];
  const account = (await accounts.read(personId)) ?? openAccount(personId);
  const spending = await spendingOf(caller, now);
  if (hasSpendingEnded(spending)) return refuse('spending_ended');
  const balance = spendablePoints(account.lots, spending);
  const where = { onSale: true, ...(category === undefined ? {} : { category }) };
  const page = await giftPage(where, { cursor, limit }, (gift, urls) => ({
    ...giftView(gift, urls),
    standing: standingOf(gift, takenAt(account, gift._id, at), balance, today),
  }));
  return { ...page, balance, expiring: nextExpiry(account.lots, spending), spendBy: spending.spendBy };
};
