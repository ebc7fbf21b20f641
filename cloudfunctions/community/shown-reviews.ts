import type { ReviewView } from '../../shared/community/review';
import { is } from '../platform/db';
import { addressesOf } from '../platform/pictures';
import { fileIdsOf } from './pictures';
import type { StoredComment } from './rules/comment';
import type { StoredPost } from './rules/post';
import { rememberedCauses, type StoredReview } from './rules/review';
import { comments, posts } from './store';

const allPictures = 9;

/** What moderators see of reviews: what it is about as it stands now, its history, and why it waits. Two requests. */
export async function shownReviews(reviews: readonly StoredReview[]): Promise<ReviewView[]> {
  const idsOf = (kind: StoredReview['subjectKind']) =>
    reviews.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
  const [postIds, commentIds] = [idsOf('post'), idsOf('comment')];
  const [foundPosts, foundComments] = await Promise.all([
    postIds.length === 0 ? [] : posts.list({ where: { _id: is.among(postIds) }, limit: postIds.length }),
    commentIds.length === 0 ? [] : comments.list({ where: { _id: is.among(commentIds) }, limit: commentIds.length }),
  ]);
  const urls = await addressesOf(foundPosts.flatMap((post) => fileIdsOf(post, allPictures)));
  const subjects = new Map<string, StoredPost | StoredComment>(
    [...foundPosts, ...foundComments].map((subject) => [subject._id, subject]),
  );
  return reviews.map((review) => reviewView(review, subjects.get(review.subjectId), urls));
}

function reviewView(
  review: StoredReview,
  subject: StoredPost | StoredComment | undefined,
  urls: ReadonlyMap<string, string>,
): ReviewView {
  const { _id, subjectKind, subjectId, postId, isOpen, authorName, at } = review;
  const post = subject && 'pictures' in subject ? subject : undefined;
  return {
    _id,
    subjectKind,
    subjectId,
    postId,
    isOpen,
    authorName,
    text: subject?.text ?? '',
    pictureUrls: post ? fileIdsOf(post, allPictures).flatMap((fileId) => urls.get(fileId) ?? []) : [],
    state: subject?.state ?? 'removed',
    causes: review.causes.slice(-rememberedCauses).map(({ byId, ...cause }) => cause),
    revisions: post ? post.revisions.map(({ text, at: writtenAt }) => ({ text, at: writtenAt })) : [],
    decisions: review.decisions.map(({ verdict, reason, byName, at: decidedAt }) => ({
      verdict,
      reason,
      byName,
      at: decidedAt,
    })),
    at,
  };
}
