import type { PointsContract } from '../../../shared/points/contract';
import type { Handler } from '../../platform/serve';
import { caseView } from '../rules/point-case';
import { cases } from '../store';

/** 待答复 is a queue: who waited longest comes first. What is answered is a history: the latest first. */
export const listPointCases: Handler<PointsContract['listPointCases']> = async ({ state, cursor, limit }) => {
  const direction = state === 'open' ? 'asc' : 'desc';
  const { items, next } = await cases.page({ where: { state }, sortedBy: 'sort', direction, cursor, limit });
  return { items: items.map(caseView), next };
};
