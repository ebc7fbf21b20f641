import { dayOf, instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { shareIdOf } from '../books/share-id';
import { payClaim } from '../pooling/pay-claim';
import { keepShare, releaseClaim } from '../pooling/settle-claim';
import { personField } from '../rules/giving';
import { type Spending, spendablePoints } from '../rules/lots';
import { type Claim, checkPayable, claimLimit, countsPersons, poolView, roomFor, type StoredPool } from '../rules/pool';
import { spendingOf } from '../spending';
import { accounts, pools, shares } from '../store';
import { tellPool } from '../telling/tell-pools';

/** How often others may take the room first. */
const tries = 4;

/**
 * Takes room in the pool, pays for it, keeps the share. Each step is one conditional update that holds the intent for
 * the next; what a kill leaves in between, the sweep keeps or gives up.
 */
export const payIntoPool: Handler<PointsContract['payIntoPool']> = async (input, { caller, now, traceId }) => {
  const { poolId, points, requestId } = input;
  const { personId, branchId } = personOf(caller);
  const shareId = shareIdOf(personId, requestId);
  const earlier = await shares.read(shareId);
  if (earlier) {
    const pool = (await pools.read(poolId)) ?? refuse('request_id_reused');
    if (earlier.poolId !== poolId || earlier.points !== points) return refuse('request_id_reused');
    return { pool: poolView(pool), paid: points };
  }
  const account = (await accounts.read(personId)) ?? refuse('points_not_enough', { missing: points });
  const spending = await spendingOf(caller, now);
  const there = spendablePoints(account.lots, spending);
  const claim: Claim = { token: traceId, shareId, personId, points, at: instant(now) };
  const pool = await takeRoom(poolId, claim, branchId, { there, spending });
  const payment = await payClaim(pool, claim, account, spending);
  if (typeof payment !== 'string') {
    const paid = await keepShare(pool, claim, payment.lots);
    await tellPool(paid, now);
    return { pool: poolView(paid), paid: points };
  }
  await releaseClaim(pool, claim);
  return payment === 'short' ? refuse('points_not_enough', { missing: points - there }) : refuse('points_busy');
};

/** Only as much as the pool and this person still have room for, in a pool that this person may see. */
async function takeRoom(
  poolId: string,
  claim: Claim,
  branchId: string,
  { there, spending }: { there: number; spending: Spending },
): Promise<StoredPool> {
  const { personId, points, shareId } = claim;
  const today = dayOf(claim.at);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const pool = await pools.read(poolId);
    if (!pool || (pool.branchId !== null && pool.branchId !== branchId)) return refuse('pool_not_found');
    // A twin of this request is on its way, or was left behind: the sweep decides.
    if (pool.claims.some((one) => one.shareId === shareId)) return refuse('points_busy');
    checkPayable(pool, personId, points, today);
    if (there < points || spending.today !== today) return refuse('points_not_enough', { missing: points - there });
    const own = `promised.${personField(personId)}`;
    const isCounted = countsPersons(pool);
    const promised = pool.perPerson - roomFor(pool, personId);
    const claimed = await pools.changeOne(
      {
        ...{ _id: poolId, state: 'open', closesOn: is.atLeast(today), room: is.atLeast(points) },
        ...(isCounted ? { [own]: promised > 0 ? is.atMost(pool.perPerson - points) : is.among([0, null]) } : {}),
        'claims.shareId': is.not(shareId),
        [`claims.${claimLimit - 1}`]: is.absent(),
      },
      {
        room: by.adding(-points),
        ...(isCounted ? { [own]: by.adding(points) } : {}),
        claims: by.appending([claim]),
        isMoving: true,
      },
    );
    if (claimed) return claimed;
  }
  return refuse('points_busy');
}
