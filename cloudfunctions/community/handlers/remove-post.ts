import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { posts } from '../store';

/** Gone for everybody at once. The words stay ninety days for moderators, then jobs/forget-removed.ts drops them. */
export const removePost: Handler<CommunityContract['removePost']> = async ({ postId, requestId }, { caller, now }) => {
  const { personId } = personOf(caller);
  const removed = await posts.changeOne(
    { _id: postId, authorId: personId, state: is.not('removed') },
    {
      state: 'removed',
      removedAt: instant(now),
      duties: [],
      dutiesSince: null,
      lastRequestId: requestId,
      version: by.adding(1),
    },
  );
  if (removed) return {};
  const post = await posts.read(postId);
  return post?.authorId === personId ? {} : refuse('post_not_found');
};
