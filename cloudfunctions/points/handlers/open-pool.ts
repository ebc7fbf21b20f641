import { dayOf, instant } from '../../../shared/kernel/day';
import { reaches } from '../../../shared/people/identity';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { isSamePool, openedPool, poolView } from '../rules/pool';
import { pools } from '../store';

export const openPool: Handler<PointsContract['openPool']> = async ({ requestId, ...said }, { caller, now }) => {
  if (!reaches(caller.reach, said.branchId)) return refuse('branch_out_of_reach');
  const opening = { openedBy: personOf(caller).personId, openedAt: instant(now) };
  const pool = openedPool({ ...said, _id: requestId, ...opening }, dayOf(now));
  if (await pools.insert(pool)) return poolView(pool);
  const earlier = await pools.read(pool._id);
  return earlier && isSamePool(earlier, pool) ? poolView(earlier) : refuse('request_id_reused');
};
