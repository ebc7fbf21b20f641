import type { Instant } from '../../../shared/kernel/scalar';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import { type BoundIdentity, readIdentitiesOf } from '../../platform/identity';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import { monthAfter } from '../rules/board/forecast';
import { beginningOf } from '../rules/board/stored-day';
import { dividedValue, type ValuedGift, valueHeader, valueRow, valuesByPerson } from '../rules/board/value-sheet';
import type { StoredRedemption } from '../rules/redemption';
import { pools, redemptions, shares } from '../store';

const documentsAtOnce = 500;
/** So many fit into one answer with room to spare. */
const mostGifts = 10_000;
const mostPersons = 5_000;
const mostPools = 200;
const idsAtOnce = 100;

/** What was handed out in a month: redemptions, and the shares of everybody who paid for a team gift. */
export const exportRedemptionValues: Handler<PointsContract['exportRedemptionValues']> = async ({ month }) => {
  const [from, until] = [beginningOf(`${month}-01`), beginningOf(`${monthAfter(month, 1)}-01`)];
  const handedOut = await fulfilledBetween(from, until);
  const own = handedOut.filter(({ valueFen }) => valueFen > 0);
  const rows = valuesByPerson([...own, ...(await teamGiftsBetween(from, until))]);
  if (rows.length > mostPersons) refuse('value_sheet_too_long');
  const known = await identitiesOf(rows.map(({ personId }) => personId));
  const named = new Map(handedOut.map((redemption) => [redemption.personId, redemption]));
  const whole = rows.map((row) => {
    const [identity, redemption] = [known.get(row.personId), named.get(row.personId)];
    return {
      ...row,
      employeeNumber: identity?.employeeNumber ?? row.personId,
      personName: redemption?.personName ?? identity?.name ?? '已离开的同事',
      branchId: redemption?.branchId ?? identity?.branchId ?? '',
    };
  });
  return {
    month,
    persons: rows.length,
    totalFen: rows.reduce((sum, { valueFen }) => sum + valueFen, 0),
    withoutValue: handedOut.length - own.length,
    csv: spreadsheetOf(
      valueHeader,
      whole.map((row) => valueRow(month, row)),
    ),
  };
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

/** Payroll knows people by number; those who have left the app are told by the id of their record. */
async function identitiesOf(personIds: readonly string[]): Promise<Map<string, BoundIdentity>> {
  const known = new Map<string, BoundIdentity>();
  for (let start = 0; start < personIds.length; start += idsAtOnce) {
    for (const one of await readIdentitiesOf(personIds.slice(start, start + idsAtOnce))) known.set(one.personId, one);
  }
  return known;
}
