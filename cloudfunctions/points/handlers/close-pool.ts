import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { endPool, findPool } from '../pooling/decide-pool';
import { returnShares } from '../pooling/return-shares';
import { poolView, toBeTold } from '../rules/pool';
import { tellPool } from '../telling/tell-pools';

/** Given up: the points go back at once as far as one call can, and with the sweep. */
export const closePool: Handler<PointsContract['closePool']> = async (
  { poolId, reason, requestId },
  { caller, now },
) => {
  const found = await findPool(poolId, caller.reach);
  const isRepeat = found.closedBy === requestId;
  const ending = { state: 'returning', closedBy: requestId, closeReason: reason, ...toBeTold(instant(now)) } as const;
  const pool = isRepeat ? found : await endPool(found, ['open', 'reached'], ending);
  if (pool.closedBy !== requestId || pool.closeReason !== reason) return refuse('pool_closed');
  if (!isRepeat) {
    await returnShares(pool, instant(now));
    await tellPool(pool, now);
  }
  return { ...poolView(pool), state: 'returning' };
};
