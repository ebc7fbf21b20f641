import { instant } from '../../../shared/kernel/day';
import { by } from '../../platform/db';
import { ask } from '../../platform/outbox';
import { isPatienceOver, type StoredPost, settledPost } from '../rules/post';
import { causeOfCheck } from '../rules/review';
import { posts } from '../store';
import { judgeText } from './judge-text';
import { openReview, subjectOfPost } from './open-review';

/** The name under which WeChat's verdict on a picture comes back (handlers/take-media-verdict.ts). */
export const pictureSubjectOf = (postId: string, number: number) => `${postId}-${number}`;

export function pictureOfSubject(subjectId: string): { postId: string; number: number } | null {
  const [, postId, number] = /^(p-[0-9a-f]{32})-([0-9]{1,6})$/.exec(subjectId) ?? [];
  return postId === undefined ? null : { postId, number: Number(number) };
}

/**
 * Does what a post still owes, as far as it can be done now: asks for the checks that nobody has asked for, puts it
 * before the moderators. Answers the post as it is afterwards. Safe to repeat and to be overtaken.
 */
export async function settlePost(post: StoredPost, now: Date): Promise<StoredPost> {
  const owed = post.duties.filter((duty) => duty === 'pictureCheck' || duty === 'review' || duty === 'textCheck');
  if (owed.length === 0) return post;
  const at = instant(now);
  const textCheck = owed.includes('textCheck') ? await textCheckedAgain(post, now) : post.textCheck;
  const pictures = owed.includes('pictureCheck') ? await askedPictures(post, now) : post.pictures;
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

/** Each picture asked about once; `checkMedia` knows a subject that comes again. */
async function askedPictures(post: StoredPost, now: Date) {
  const { authorId: personId } = post;
  const asked = post.pictures.map(async (picture) => {
    if (picture.isAsked) return picture;
    const subjectId = pictureSubjectOf(post._id, picture.number);
    const { fileId } = picture;
    const answer = await ask(
      'wechat',
      'checkMedia',
      { personId, asker: 'community', subjectId, fileId, media: 'picture', scene: 'forum', requestId: subjectId },
      now,
    );
    return { ...picture, isAsked: answer.ok };
  });
  return Promise.all(asked);
}
