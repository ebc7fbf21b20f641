import type { PointsContract } from '../../../shared/points/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { pointAlerts } from '../store';

export const listPointAlerts: Handler<PointsContract['listPointAlerts']> = ({ cursor, limit }) =>
  pointAlerts.page({ where: { _id: is.above('') }, sortedBy: '_id', direction: 'desc', cursor, limit });
