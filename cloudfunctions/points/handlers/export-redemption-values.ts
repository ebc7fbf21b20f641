import type { Instant } from '../../../shared/kernel/scalar';
import type { ValuedGift } from '../../../shared/kernel/value-sheet';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { valueSheetOf } from '../../platform/value-sheet';
import { monthAfter } from '../rules/board/forecast';
import { beginningOf } from '../rules/board/stored-day';
import { dividedValue } from '../rules/board/value-sheet';
import type { StoredRedemption } from '../rules/redemption';
import { pools, redemptions, shares } from '../store';

const documentsAtOnce = 500;
/** So many fit into one answer with room to spare. */
const mostGifts = 10_000;
const mostPools = 200;

/** What was handed out in a month: redemptions, and the shares of everybody who paid for a team gift. */
export const exportRedemptionValues: Handler<PointsContract['exportRedemptionValues']> = async ({ month }) => {
  const [from, until] = [beginningOf(`${month}-01`), beginningOf(`${monthAfter(month, 1)}-01`)];
  const handedOut = await fulfilledBetween(from, until);
  const own = handedOut.filter(({ valueFen }) => valueFen > 0);
  const gifts = [...own, ...(await teamGiftsBetween(from, until))];
  const named = new Map(handedOut.map((redemption) => [redemption.personId, redemption]));
  const sheet = await valueSheetOf(month, gifts, named);
  return { month, ...sheet, withoutValue: handedOut.length - own.length };
};

/** What was handed out and kept, by the moment it was handed out. */
async function fulfilledBetween(from: Instant, until: Instant): Promise<StoredRedemption[]> {
  const found: StoredRedemption[] = [];
  for (;;) {
    const where = { state: 'fulfilled', closedAt: is.between(from, until) };
    const some = await redemptions.list({ where, sortedBy: 'closedAt', limit: documentsAtOnce, skip: found.length });
    found.push(...some);
    if (found.length > mostGifts) refuse('value_sheet_too_long');
    if (some.length < documentsAtOnce) return found;
  }
}

/** Team gifts count for everybody who paid, with their part of the value. */
async function teamGiftsBetween(from: Instant, until: Instant): Promise<ValuedGift[]> {
  const where = { state: 'handedOver', handedOverAt: is.between(from, until) };
  const handedOver = await pools.list({ where, sortedBy: 'handedOverAt', limit: mostPools + 1 });
  if (handedOver.length > mostPools) refuse('value_sheet_too_long');
  const gifts: ValuedGift[] = [];
  for (const { _id, kind, valueFen } of handedOver) {
    if (kind === 'teamGift' && valueFen > 0) gifts.push(...dividedValue(valueFen, await sharesOf(_id)));
    if (gifts.length > mostGifts) refuse('value_sheet_too_long');
  }
  return gifts;
}

async function sharesOf(poolId: string): Promise<{ personId: string; points: number }[]> {
  const found: { personId: string; points: number }[] = [];
  for (let after = ''; ; ) {
    const where = { poolId, _id: is.above(after) };
    const some = await shares.list({ where, fields: ['personId', 'points'], sortedBy: '_id', limit: documentsAtOnce });
    found.push(...some);
    if (found.length > mostGifts) refuse('value_sheet_too_long');
    const last = some.at(-1);
    if (!last || some.length < documentsAtOnce) return found;
    after = last._id;
  }
}
