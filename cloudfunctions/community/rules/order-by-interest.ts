import type { Reason } from '../../../shared/community/post';
import type { StoredPost } from './post';

export interface Placed {
  post: StoredPost;
  reason: Reason;
}

/** Why a post concerns somebody: they are named in it, they follow its topic, or it is simply new. */
function reasonFor(post: StoredPost, personId: string, interests: ReadonlySet<string>): Reason {
  if (post.mentions.some((mention) => mention.personId === personId)) return { kind: 'mentioned' };
  const topic = post.topics.find((one) => interests.has(one));
  return topic === undefined ? { kind: 'newest' } : { kind: 'topic', topic };
}

const places: Readonly<Record<Reason['kind'], number>> = { mentioned: 0, topic: 1, newest: 2 };

/**
 * Puts one page of the feed in the order of somebody's interests, the latest first among equals. Whole pages stay in
 * the order of time, so nothing is shown twice or hidden.
 */
export function orderByInterest(
  posts: readonly StoredPost[],
  personId: string,
  interests: readonly string[],
): Placed[] {
  const wanted = new Set(interests);
  const placed = posts.map((post) => ({ post, reason: reasonFor(post, personId, wanted) }));
  if (wanted.size === 0) return placed;
  return placed
    .map((one, index) => ({ one, index }))
    .sort((a, b) => places[a.one.reason.kind] - places[b.one.reason.kind] || a.index - b.index)
    .map(({ one }) => one);
}
