import type { CommunityContract } from '../../../shared/community/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { ownArticle } from '../own-article';
import { readings } from '../store';

export const listReaders: Handler<CommunityContract['listReaders']> = async (
  { articleId, cursor, limit },
  { caller, now },
) => {
  await ownArticle(articleId, caller.reach);
  const { items, next } = await readings.page({
    where: { articleId, sort: is.above('') },
    sortedBy: 'sort',
    direction: 'desc',
    cursor,
    limit,
  });
  return {
    items: items.map(({ personId, name, place, readAt }) => ({
      personId,
      name,
      place,
      readAt: readAt ?? now.toISOString(),
    })),
    next,
  };
};
