import type { CommunityContract } from '../../../shared/community/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { shownArticles } from '../shown-articles';
import { articles } from '../store';

/** What HR wrote, in whatever state; HR of a branch sees the branch's. */
export const listArticles: Handler<CommunityContract['listArticles']> = async (
  { cursor, limit },
  { caller: { reach } },
) => {
  const where = reach === 'everywhere' ? { written: is.above('') } : { ownerBranchId: is.among(reach) };
  const { items, next } = await articles.page({ where, sortedBy: 'written', direction: 'desc', cursor, limit });
  return { items: await shownArticles(items), next };
};
