import type { PointsContract } from '../../../shared/points/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { redemptions } from '../store';

/** 待发放 is a queue: who waited longest comes first. What is closed is a history: the latest first. */
export const listRedemptions: Handler<PointsContract['listRedemptions']> = (
  { state, cursor, limit },
  { caller: { reach } },
) => {
  const [onlyBranch, ...more] = reach === 'everywhere' ? [] : reach;
  const within =
    reach === 'everywhere' ? {} : { branchId: onlyBranch && more.length === 0 ? onlyBranch : is.among(reach) };
  const direction = state === 'reserved' ? 'asc' : 'desc';
  return redemptions.page({ where: { state, ...within }, sortedBy: 'sort', direction, cursor, limit });
};
