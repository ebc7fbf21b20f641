import { dayOf, instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { mostWishes } from '../../../shared/points/wish-calls';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { picturesOf } from '../gift-page';
import { openAccount } from '../rules/account';
import { giftView, listedFields } from '../rules/gift';
import { spendablePoints } from '../rules/lots';
import { standingOf } from '../rules/standing';
import { takenAt } from '../rules/taken';
import { earningEntries, ownWeeklyPoints, weeklyEarning, weeksFor } from '../rules/wishes';
import { spendingOf } from '../spending';
import { accounts, censuses, gifts, ledger, wishes } from '../store';

/**
 * Three requests at once and one for the gifts, besides the identity; one more for the company's median where one's own
 * earning says too little.
 */
export const listWishes: Handler<PointsContract['listWishes']> = async (_, { caller, now }) => {
  const { personId } = personOf(caller);
  const [at, today] = [instant(now), dayOf(now)];
  const [known, wished, own] = await Promise.all([
    accounts.read(personId),
    wishes.read(personId),
    ownEarning(personId, now),
  ]);
  const account = known ?? openAccount(personId);
  const balance = spendablePoints(account.lots, await spendingOf(caller, now));
  const giftIds = [...(wished?.giftIds ?? [])].reverse();
  if (giftIds.length === 0) return { items: [], balance, weekly: null };
  const where = { _id: is.among(giftIds) };
  const [listed, median] = await Promise.all([
    gifts.list({ where, fields: listedFields, limit: mostWishes }),
    own === null ? companyMedian() : 0,
  ]);
  const weekly = weeklyEarning(own, median);
  const urls = await picturesOf(listed);
  const items = listed.map((gift) => {
    const standing = standingOf(gift, takenAt(account, gift._id, at), balance, today);
    return { ...giftView(gift, urls), standing, weeks: weeksFor(standing, weekly) };
  });
  items.sort((one, other) => giftIds.indexOf(one._id) - giftIds.indexOf(other._id));
  return { items, balance, weekly };
};

/** From the end of the ledger, by its index: never more than `earningEntries`, however long it is. */
async function ownEarning(personId: string, now: Date): Promise<number | null> {
  const entries = await ledger.list({
    where: { personId },
    fields: ['lifetime', 'cause', 'at'],
    ...{ sortedBy: 'sort', direction: 'desc', limit: earningEntries },
  });
  const lines = entries.map(({ lifetime, cause, at }) => ({ lifetime, cause, day: dayOf(at) }));
  return ownWeeklyPoints(lines, dayOf(now));
}

/** As the latest night found it; 0 before the first. */
async function companyMedian(): Promise<number> {
  const [census] = await censuses.list({
    where: { stage: 'done' },
    fields: ['found'],
    ...{ sortedBy: '_id', direction: 'desc', limit: 1 },
  });
  return census?.found?.medianWeeklyPoints ?? 0;
}
