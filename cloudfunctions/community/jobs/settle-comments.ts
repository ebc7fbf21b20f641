import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { judgeText } from '../checking/judge-text';
import { openReview, subjectOfComment } from '../checking/open-review';
import { earn } from '../earn';
import { commentStateAfter, type StoredComment } from '../rules/comment';
import { acceptedNotice, commentNotices, decisionNotice } from '../rules/notices';
import { isPatienceOver } from '../rules/post';
import { causeOfCheck } from '../rules/review';
import { comments, posts } from '../store';
import { tell } from '../tell';
import { creditAcceptance } from './credit-advice';

const commentsAtOnce = 200;

/** What comments still owe: checks, a place before the moderators, the count on the post, messages. */
export async function settleComments(now: Date): Promise<{ comments: number }> {
  const at = instant(now);
  const owing = await comments.list({
    where: { dutiesSince: is.atMost(at) },
    sortedBy: 'dutiesSince',
    limit: commentsAtOnce,
  });
  const settled: StoredComment[] = [];
  for (const comment of owing) settled.push(await checkedComment(comment, now));
  const postIds = settled.filter(({ duties }) => duties.includes('recount')).map(({ postId }) => postId);
  if (postIds.length > 0) await posts.changeAll({ _id: is.among([...new Set(postIds)]) }, { recountSince: at });
  const isTold = await tellAll(settled, now);
  const done = settled.filter((comment) => !comment.duties.includes('textCheck') && isTold(comment));
  if (done.length > 0) {
    const ids = done.map(({ _id }) => _id);
    // What a moderator or the author did meanwhile is younger, and stays owed.
    await comments.changeAll({ _id: is.among(ids), dutiesSince: is.atMost(at) }, { duties: [], dutiesSince: null });
  }
  return { comments: owing.length };
}

async function checkedComment(comment: StoredComment, now: Date): Promise<StoredComment> {
  const isWaiting = comment.duties.includes('textCheck');
  if (!isWaiting && !comment.duties.includes('review')) return comment;
  const at = instant(now);
  const answered = isWaiting ? await judgeText(comment.authorId, comment.text, now) : comment.textCheck;
  const textCheck = answered === 'waiting' && isPatienceOver(comment, at) ? 'review' : answered;
  if (textCheck === 'waiting') return comment;
  const state = commentStateAfter(textCheck);
  if (state === 'inReview') await openReview(subjectOfComment(comment), causeOfCheck(at));
  const duties = state === 'visible' ? ['tell', 'recount'] : [];
  const changed = await comments.changeOne(
    { _id: comment._id, state: comment.state },
    { textCheck, state, duties, dutiesSince: at },
  );
  return changed ?? comment;
}

/** An answer that helped: once an answer, whoever accepts it however often. */
const acceptedDeed = ({ _id, authorId, text }: StoredComment) =>
  ({ factId: `${_id}.accepted`, rule: 'answerAccepted', personId: authorId, about: text }) as const;

/** Tells everybody whom these comments concern; whether a comment has nobody left to tell. */
async function tellAll(settled: readonly StoredComment[], now: Date): Promise<(comment: StoredComment) => boolean> {
  const toTell = settled.filter(({ duties }) => duties.includes('tell'));
  const failedPosts = new Set<string>();
  for (const notice of commentNotices(toTell)) {
    if (!(await tell(notice, now))) failedPosts.add(notice.postId);
  }
  const failed = new Set<string>();
  for (const comment of settled) {
    const decided = comment.duties.includes('tellAuthor') ? decisionNotice(comment, comment.postId) : null;
    const accepted = comment.duties.includes('tellAccepted') ? acceptedNotice(comment) : null;
    for (const notice of [decided, accepted]) {
      if (notice !== null && !(await tell(notice, now))) failed.add(comment._id);
    }
    if (!accepted) continue;
    if (!(await earn(acceptedDeed(comment), now))) failed.add(comment._id);
    await creditAcceptance(comment, instant(now));
  }
  return ({ _id, postId, duties }) => !failed.has(_id) && !(duties.includes('tell') && failedPosts.has(postId));
}
