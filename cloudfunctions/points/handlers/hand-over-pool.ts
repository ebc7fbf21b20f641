import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { endPool, findPool } from '../pooling/decide-pool';
import { poolView } from '../rules/pool';

export const handOverPool: Handler<PointsContract['handOverPool']> = async ({ poolId, requestId }, { caller }) => {
  const found = await findPool(poolId, caller.reach);
  const ending = { state: 'handedOver', closedBy: requestId } as const;
  const pool = found.closedBy === requestId ? found : await endPool(found, ['reached'], ending);
  return pool.closedBy === requestId && pool.state === 'handedOver' ? poolView(pool) : refuse('pool_closed');
};
