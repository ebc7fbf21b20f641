import type { CommunityContract } from '../../../shared/community/contract';
import { keysOfMember } from '../../../shared/people/audience';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { shownArticles } from '../shown-articles';
import { articles } from '../store';

export const listNews: Handler<CommunityContract['listNews']> = async ({ cursor, limit }, { caller }) => {
  const audienceKeys = is.among(keysOfMember({ ...personOf(caller), roles: caller.roles }));
  const where = { state: 'published', audienceKeys };
  const { items, next } = await articles.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: await shownArticles(items), next };
};
