import type { CommunityContract } from '../../../shared/community/contract';
import { postLimits } from '../../../shared/community/post';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { posts } from '../store';

/**
 * 赞: one update of one set. Saying it twice changes nothing, two at once cannot lose each other, a kill leaves it said
 * or unsaid, and the count is how many stand in the set (docs/domains/community.md).
 */
export const likePost: Handler<CommunityContract['likePost']> = async ({ postId, isLiked }, { caller }) => {
  const { personId } = personOf(caller);
  const room = isLiked ? { [`likers.${postLimits.likers - 1}`]: is.absent() } : {};
  const post = await posts.changeOne(
    { _id: postId, state: 'visible', ...room },
    { likers: isLiked ? by.joining(personId) : by.pulling(personId) },
  );
  if (post) return { likes: post.likers.length, isLikedByMe: post.likers.includes(personId) };
  const current = await posts.read(postId);
  if (current?.state !== 'visible') refuse('post_not_found');
  return current.likers.includes(personId)
    ? { likes: current.likers.length, isLikedByMe: true }
    : refuse('post_likes_full', { likers: postLimits.likers });
};
