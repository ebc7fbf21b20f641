import type { PointsContract } from '../../../shared/points/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { namesOf } from '../board/names-of';
import { pointAlerts } from '../store';

export const listPointAlerts: Handler<PointsContract['listPointAlerts']> = async ({ cursor, limit }) => {
  const where = { _id: is.above('') };
  const { items, next } = await pointAlerts.page({ where, sortedBy: '_id', direction: 'desc', cursor, limit });
  const names = await namesOf(items.map(({ personId }) => personId));
  return { items: items.map((alert) => ({ ...alert, personName: names.get(alert.personId) ?? '已离开的同事' })), next };
};
