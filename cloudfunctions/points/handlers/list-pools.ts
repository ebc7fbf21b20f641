import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { poolView } from '../rules/pool';
import { pools } from '../store';

/** What closes first comes first; what is over, the latest first. */
export const listPools: Handler<PointsContract['listPools']> = async ({ isOpen, cursor, limit }, { caller }) => {
  const { reach } = caller;
  const seen = reach === 'everywhere' ? {} : { branchId: is.among([null, personOf(caller).branchId, ...reach]) };
  const { items, next } = await pools.page({
    where: { isOpen, ...seen },
    sortedBy: 'sort',
    direction: isOpen ? 'asc' : 'desc',
    ...{ cursor, limit },
  });
  return { items: items.map(poolView), next };
};
