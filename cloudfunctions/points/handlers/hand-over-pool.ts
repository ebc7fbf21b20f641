import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { endPool, findPool } from '../pooling/decide-pool';
import { poolView, toBeTold } from '../rules/pool';
import { tellPool } from '../telling/tell-pools';

export const handOverPool: Handler<PointsContract['handOverPool']> = async ({ poolId, requestId }, { caller, now }) => {
  const found = await findPool(poolId, caller.reach);
  const at = instant(now);
  const ending = { state: 'handedOver', closedBy: requestId, handedOverAt: at, ...toBeTold(at) } as const;
  const pool = found.closedBy === requestId ? found : await endPool(found, ['reached'], ending);
  if (pool.closedBy !== requestId || pool.state !== 'handedOver') return refuse('pool_closed');
  await tellPool(pool, now);
  return poolView(pool);
};
