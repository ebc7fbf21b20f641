import type { PointsContract } from '../../../shared/points/contract';
import type { Handler } from '../../platform/serve';
import { queueWhere } from '../redemption-queue';
import { redemptionView } from '../rules/redemption';
import { redemptions } from '../store';

/** 待发放 is a queue: who waited longest comes first. What is closed is a history: the latest first. */
export const listRedemptions: Handler<PointsContract['listRedemptions']> = async (
  { state, branchId, handing, cursor, limit },
  { caller: { reach } },
) => {
  const { items, next } = await redemptions.page({
    where: queueWhere({ state, branchId, handing }, reach),
    sortedBy: 'sort',
    direction: state === 'reserved' ? 'asc' : 'desc',
    ...{ cursor, limit },
  });
  return { items: items.map(redemptionView), next };
};
