import type { CommunityContract } from '../../../shared/community/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { commentView } from '../rules/comment';
import { comments } from '../store';
import { visiblePost } from '../visible-post';

/** Who sees the post sees its comments, the oldest first. */
export const listComments: Handler<CommunityContract['listComments']> = async (
  { postId, cursor, limit },
  { caller },
) => {
  const { personId } = personOf(caller);
  const { acceptedId } = await visiblePost(postId, personId);
  const where = { postId, state: 'visible' };
  const { items, next } = await comments.page({ where, sortedBy: 'sort', direction: 'asc', cursor, limit });
  return { items: items.map((comment) => commentView(comment, personId, acceptedId)), next };
};
