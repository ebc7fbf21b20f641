import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { redemptions } from '../store';

export const listMyRedemptions: Handler<PointsContract['listMyRedemptions']> = ({ cursor, limit }, { caller }) => {
  const { personId } = personOf(caller);
  return redemptions.page({ where: { personId }, sortedBy: 'sort', direction: 'desc', cursor, limit });
};
