import { dayOf, instant } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { PointsContract } from '../../../shared/points/contract';
import { mostWishes, type WeeklyEarning } from '../../../shared/points/wish-calls';
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
 * Three requests besides the identity; one more, the ledger, while points are missing for something. The company's
 * median is asked for once a day in a container, where one's own earning says too little.
 */
export const listWishes: Handler<PointsContract['listWishes']> = async (_, { caller, now }) => {
  const { personId } = personOf(caller);
  const [at, today] = [instant(now), dayOf(now)];
  const [known, wished] = await Promise.all([accounts.read(personId), wishes.read(personId)]);
  const account = known ?? openAccount(personId);
  const balance = spendablePoints(account.lots, await spendingOf(caller, now));
  const giftIds = [...(wished?.giftIds ?? [])].reverse();
  if (giftIds.length === 0) return { items: [], balance, weekly: null };
  const listed = await gifts.list({ where: { _id: is.among(giftIds) }, fields: listedFields, limit: mostWishes });
  const standings = new Map(
    listed.map((gift) => [gift._id, standingOf(gift, takenAt(account, gift._id, at), balance, today)]),
  );
  const isShort = [...standings.values()].some(({ kind }) => kind === 'short');
  const weekly = isShort ? await weeklyEarningOf(personId, now) : null;
  const urls = await picturesOf(listed);
  const items = listed.map((gift) => {
    const standing = standings.get(gift._id) ?? { kind: 'soldOut' };
    return { ...giftView(gift, urls), standing, weeks: weeksFor(standing, weekly) };
  });
  items.sort((one, other) => giftIds.indexOf(one._id) - giftIds.indexOf(other._id));
  return { items, balance, weekly };
};

async function weeklyEarningOf(personId: string, now: Date): Promise<WeeklyEarning | null> {
  const own = await ownEarning(personId, now);
  return weeklyEarning(own, own === null ? await companyMedian(now) : 0);
}

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

let latest: { day: Day; median: number } | null = null;

/** As the latest night found it; 0 before the first, which is asked for again. */
async function companyMedian(now: Date): Promise<number> {
  const day = dayOf(now);
  if (latest?.day === day) return latest.median;
  const [census] = await censuses.list({
    where: { stage: 'done' },
    fields: ['found'],
    ...{ sortedBy: '_id', direction: 'desc', limit: 1 },
  });
  const median = census?.found?.medianWeeklyPoints ?? 0;
  latest = census?._id === day ? { day, median } : null;
  return median;
}
