import { mostMustReads } from '../../../shared/community/article';
import type { CommunityContract } from '../../../shared/community/contract';
import { keysOfMember } from '../../../shared/people/audience';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { articles } from '../store';

export const listMustReads: Handler<CommunityContract['listMustReads']> = async ({ reader, from, to }) => {
  const { isManager, ...place } = reader;
  const audienceKeys = is.among(keysOfMember({ ...place, roles: isManager ? ['manager'] : [] }));
  const found = await articles.list({
    where: { isMustRead: true, state: 'published', publishAt: is.between(from, to), audienceKeys },
    ...{ sortedBy: 'publishAt', direction: 'desc', limit: mostMustReads, fields: ['title', 'publishAt'] },
  });
  return { items: found.map(({ _id: articleId, title, publishAt }) => ({ articleId, title, publishAt })) };
};
