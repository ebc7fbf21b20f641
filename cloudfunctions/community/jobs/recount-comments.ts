import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { comments, posts } from '../store';

const postsAtOnce = 100;

/** Counts the visible comments of posts on which nothing moves any more, so that no kill leaves a wrong number. */
export async function recountComments(cutoff: Instant): Promise<{ recounted: number }> {
  const moved = await posts.list({
    where: { recountSince: is.atMost(cutoff) },
    sortedBy: 'recountSince',
    limit: postsAtOnce,
  });
  for (const { _id: postId, recountSince } of moved) {
    const count = await comments.count({ postId, state: 'visible' });
    await posts.changeOne({ _id: postId, recountSince }, { comments: count, recountSince: null });
  }
  return { recounted: moved.length };
}
