import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { findPool } from '../pooling/decide-pool';
import { spendablePoints } from '../rules/lots';
import { poolView } from '../rules/pool';
import { spendingOf } from '../spending';
import { accounts, pools, shares } from '../store';

/** Payments of one person into one pool that are summed up. */
const mostShares = 200;

export const readPool: Handler<PointsContract['readPool']> = async ({ poolId }, { caller, now }) => {
  const { personId, branchId } = personOf(caller);
  const known = await pools.read(poolId);
  const isSeen = known && (known.branchId === null || known.branchId === branchId);
  const pool = known && isSeen ? known : await findPool(poolId, caller.reach);
  const [account, mine] = await Promise.all([
    accounts.read(personId),
    shares.list({ where: { poolId, personId }, sortedBy: '_id', limit: mostShares }),
  ]);
  return {
    pool: poolView(pool),
    balance: account ? spendablePoints(account.lots, await spendingOf(caller, now)) : 0,
    paidByMe: mine.reduce((sum, { points }) => sum + points, 0),
  };
};
