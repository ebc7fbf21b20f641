import type { PointsContract } from '../../../shared/points/contract';
import type { Handler } from '../../platform/serve';
import { namesOf } from '../board/names-of';
import { findingView, peopleNamed } from '../rules/board/stored-finding';
import { findings } from '../store';

export const listFindings: Handler<PointsContract['listFindings']> = async ({ state, cursor, limit }) => {
  const where = { state };
  const { items, next } = await findings.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  const names = await namesOf(peopleNamed(items));
  return { items: items.map((finding) => findingView(finding, names)), next };
};
