import { instant } from '../../../shared/kernel/day';
import { by } from '../../platform/db';
import { askedPictures } from '../../platform/pictures';
import { isPatienceOver, type StoredPost, settledPost } from '../rules/post';
import { causeOfCheck } from '../rules/review';
import { posts } from '../store';
import { judgeText } from './judge-text';
import { openReview, subjectOfPost } from './open-review';

/**
 * Does what a post still owes, as far as it can be done now: asks for the checks that nobody has asked for, puts it
 * before the moderators. Answers the post as it is afterwards. Safe to repeat and to be overtaken.
 */
export async function settlePost(post: StoredPost, now: Date): Promise<StoredPost> {
  const owed = post.duties.filter((duty) => duty === 'pictureCheck' || duty === 'review' || duty === 'textCheck');
  if (owed.length === 0) return post;
  const at = instant(now);
  const textCheck = owed.includes('textCheck') ? await textCheckedAgain(post, now) : post.textCheck;
  const subject = { asker: 'community', contentId: post._id, personId: post.authorId } as const;
  const pictures = owed.includes('pictureCheck') ? await askedPictures(post.pictures, subject, now) : post.pictures;
  const settled = settledPost({ ...post, textCheck, pictures }, at);
  if (settled.state === 'inReview') await openReview(subjectOfPost(post), causeOfCheck(at));
  const { state, duties, dutiesSince } = settled;
  const changed = await posts.changeOne(
    { _id: post._id, version: post.version },
    { textCheck, pictures: by.exactly(settled.pictures), state, duties, dutiesSince, version: by.adding(1) },
  );
  return changed ?? post;
}

/** A call that was just refused an answer is not followed by the same question: the sweep has time. */
const justAskedMillis = 30_000;

async function textCheckedAgain(post: StoredPost, now: Date) {
  const since = Date.parse(post.dutiesSince ?? post.at);
  if (now.getTime() - since < justAskedMillis) return post.textCheck;
  const check = await judgeText(post.authorId, [post.text, ...post.topics].join('\n'), now);
  return check === 'waiting' && isPatienceOver(post, instant(now)) ? 'review' : check;
}
