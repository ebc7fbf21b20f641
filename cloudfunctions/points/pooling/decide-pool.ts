import { type Reach, reaches } from '../../../shared/people/identity';
import type { PoolState } from '../../../shared/points/pools';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { StoredPool } from '../rules/pool';
import { pools } from '../store';

/** A pool within reach; the company's own is only within everybody's reach. Any other is not found. */
export async function findPool(poolId: string, reach: Reach): Promise<StoredPool> {
  const pool = await pools.read(poolId);
  return pool && reaches(reach, pool.branchId) ? pool : refuse('pool_not_found');
}

/** Ends a pool that is still in one of these states: one conditional update. Answers it as it is now. */
export async function endPool(
  { _id }: StoredPool,
  from: readonly PoolState[],
  ending: Pick<StoredPool, 'state' | 'closedBy' | 'tellSince'> & Partial<StoredPool>,
): Promise<StoredPool> {
  const ended = await pools.changeOne({ _id, state: is.among(from) }, { ...ending, isOpen: false, isMoving: true });
  return ended ?? (await pools.read(_id)) ?? refuse('pool_not_found');
}
