import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { comments, posts } from '../store';

/** Taken away by its author; the sweep counts the post's comments again. */
export const removeComment: Handler<CommunityContract['removeComment']> = async ({ commentId }, { caller, now }) => {
  const { personId } = personOf(caller);
  const at = instant(now);
  const removed = await comments.changeOne(
    { _id: commentId, authorId: personId, state: is.not('removed') },
    { state: 'removed', removedAt: at, duties: ['recount'], dutiesSince: at },
  );
  if (removed) {
    await posts.changeOne({ _id: removed.postId }, { comments: by.adding(-1), recountSince: at });
    return {};
  }
  const comment = await comments.read(commentId);
  return comment?.authorId === personId ? {} : refuse('comment_not_found');
};
