import type { CommunityContract } from '../../../shared/community/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { orderByInterest } from '../rules/order-by-interest';
import { shownPosts } from '../shown-posts';
import { posts } from '../store';

export const listFeed: Handler<CommunityContract['listFeed']> = async (
  { kind, topic, clubId, interests, cursor, limit },
  { caller },
) => {
  const { personId } = personOf(caller);
  const where = {
    state: 'visible',
    ...(kind === undefined ? {} : { kind }),
    ...(clubId === undefined ? {} : { clubId }),
    ...(topic === undefined ? {} : { topics: topic }),
  };
  const { items, next } = await posts.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: await shownPosts(orderByInterest(items, personId, interests), personId), next };
};
