import { type PostView, postLimits } from '../../shared/community/post';
import { addressesOf } from '../platform/pictures';
import { fileIdsOf, picturesInList } from './pictures';
import type { Placed } from './rules/order-by-interest';
import { postView, type StoredPost } from './rules/post';

/** Posts as a list shows them: no request to the database. */
export async function shownPosts(placed: readonly Placed[], personId: string): Promise<PostView[]> {
  const urls = await addressesOf(placed.flatMap(({ post }) => fileIdsOf(post, picturesInList)));
  return placed.map(({ post, reason }) => {
    const pictureUrls = fileIdsOf(post, picturesInList).flatMap((fileId) => urls.get(fileId) ?? []);
    return postView(post, personId, pictureUrls, reason);
  });
}

/** One post with all its pictures: no request to the database. */
export async function shownPost(post: StoredPost, personId: string): Promise<PostView> {
  return shownWith(await addressesOf(fileIdsOf(post, postLimits.pictures)), post, personId);
}

/** The same with addresses that are in hand. */
export function shownWith(urls: ReadonlyMap<string, string>, post: StoredPost, personId: string): PostView {
  const pictureUrls = post.pictures.flatMap(({ fileId }) => urls.get(fileId) ?? []);
  return postView(post, personId, pictureUrls);
}
