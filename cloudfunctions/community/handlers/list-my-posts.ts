import type { CommunityContract } from '../../../shared/community/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { orderByInterest } from '../rules/order-by-interest';
import { shownPosts } from '../shown-posts';
import { posts } from '../store';

const kept = ['pending', 'inReview', 'visible', 'takenDown'] as const;

export const listMyPosts: Handler<CommunityContract['listMyPosts']> = async ({ cursor, limit }, { caller }) => {
  const { personId } = personOf(caller);
  const where = { authorId: personId, state: is.among(kept) };
  const { items, next } = await posts.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: await shownPosts(orderByInterest(items, personId, []), personId), next };
};
