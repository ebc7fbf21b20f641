import { by, is } from '../../platform/db';
import type { StoredComment } from '../rules/comment';
import type { StoredPost } from '../rules/post';
import { newReview, rememberedCauses, reviewIdOf, type StoredCause, type Subject } from '../rules/review';
import { reviews } from '../store';

export const subjectOfPost = (post: StoredPost): Subject => ({ ...post, kind: 'post', postId: post._id });
export const subjectOfComment = (comment: StoredComment): Subject => ({ ...comment, kind: 'comment' });

/**
 * Puts something before the moderators: once, however many causes there are. The same person's second report of the
 * same thing, and the check's second doubt while nobody has decided, change nothing.
 */
export async function openReview(subject: Subject, cause: StoredCause): Promise<void> {
  if (await reviews.insert(newReview(subject, cause))) return;
  const _id = reviewIdOf(subject.kind, subject._id);
  const causes = by.appending([cause], rememberedCauses);
  const reopened = { isOpen: true, causes, sort: `${cause.at}.${_id}` };
  const isNew = cause.kind === 'check' ? {} : { 'causes.byId': is.not(cause.byId) };
  const opened = await reviews.changeOne({ _id, isOpen: false, ...isNew }, reopened);
  if (!opened && cause.kind !== 'check') await reviews.changeOne({ _id, isOpen: true, ...isNew }, { causes });
}
