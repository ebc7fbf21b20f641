import type { CommunityContract } from '../../../shared/community/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { orderByInterest } from '../rules/order-by-interest';
import { maySee } from '../rules/post';
import { shownPosts } from '../shown-posts';
import { posts, saves } from '../store';

/** In the order of saving. What is gone meanwhile is left out. */
export const listMySaves: Handler<CommunityContract['listMySaves']> = async ({ cursor, limit }, { caller }) => {
  const { personId } = personOf(caller);
  const { items, next } = await saves.page({
    where: { personId },
    sortedBy: 'sort',
    direction: 'desc',
    cursor,
    limit,
  });
  const ids = items.map(({ postId }) => postId);
  const found = ids.length === 0 ? [] : await posts.list({ where: { _id: is.among(ids) }, limit: ids.length });
  const byId = new Map(found.map((post) => [post._id, post]));
  const shown = ids.flatMap((id) => byId.get(id) ?? []).filter((post) => maySee(post, personId));
  return { items: await shownPosts(orderByInterest(shown, personId, []), personId), next };
};
