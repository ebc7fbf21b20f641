import type { CommunityContract } from '../../../shared/community/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { leaderView } from '../rules/faq';
import { advisers } from '../store';

export const listOpinionLeaders: Handler<CommunityContract['listOpinionLeaders']> = async ({ cursor, limit }) => {
  const where = { leaderSort: is.above('') };
  const { items, next } = await advisers.page({ where, sortedBy: 'leaderSort', direction: 'asc', cursor, limit });
  return { items: items.map(leaderView), next };
};
