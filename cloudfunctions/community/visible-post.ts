import { refuse } from '../../shared/refusal';
import { maySee, type StoredPost } from './rules/post';
import { posts } from './store';

/** The post, if this person may see it. One request. */
export async function visiblePost(postId: string, personId: string): Promise<StoredPost> {
  const post = await posts.read(postId);
  return post && maySee(post, personId) ? post : refuse('post_not_found');
}
