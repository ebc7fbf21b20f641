import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { judgeText } from '../checking/judge-text';
import { openReview, subjectOfComment } from '../checking/open-review';
import { contentIdOf } from '../content-id';
import { mentionedColleagues } from '../mentioned-colleagues';
import { commentView, newComment, type StoredComment } from '../rules/comment';
import { rememberedComments, type StoredPost } from '../rules/post';
import { causeOfCheck } from '../rules/review';
import { comments, posts } from '../store';

/** 评论, 回复, 回答: counted on the post, then written. A kill in between is mended by the recount of the sweep. */
export const writeComment: Handler<CommunityContract['writeComment']> = async (
  { postId, text, replyToId, mentionIds, requestId },
  { caller, now },
) => {
  const author = personOf(caller);
  const commentId = contentIdOf('comment', author.personId, requestId);
  const at = instant(now);
  const replyTo = replyToId === null ? null : await answeredComment(replyToId, postId);
  const check = await judgeText(author.personId, text, now);
  if (check === 'risky') refuse('text_refused');
  const mentions = await mentionedColleagues(mentionIds);
  const post = await countedOn(postId, commentId, check === 'pass', at);
  const comment = newComment(commentId, post, author, { text, mentions, replyTo }, check, at);
  if (await comments.insert(comment)) {
    if (comment.state === 'inReview') await openReview(subjectOfComment(comment), causeOfCheck(at));
    return commentView(comment, author.personId, post.acceptedId);
  }
  const earlier = await comments.read(commentId);
  const isSame = earlier?.text === text && earlier.postId === postId;
  return isSame ? commentView(earlier, author.personId, post.acceptedId) : refuse('request_id_reused');
};

async function answeredComment(commentId: string, postId: string): Promise<StoredComment> {
  const comment = await comments.read(commentId);
  return comment?.postId === postId && comment.state === 'visible' ? comment : refuse('comment_not_found');
}

/** The post, with this comment counted once if it is to be seen. */
async function countedOn(postId: string, commentId: string, isSeen: boolean, at: Instant): Promise<StoredPost> {
  const counted = isSeen
    ? await posts.changeOne(
        { _id: postId, state: 'visible', countedIds: is.not(commentId) },
        { comments: by.adding(1), countedIds: by.appending([commentId], rememberedComments), recountSince: at },
      )
    : null;
  const post = counted ?? (await posts.read(postId));
  return post?.state === 'visible' ? post : refuse('post_not_found');
}
