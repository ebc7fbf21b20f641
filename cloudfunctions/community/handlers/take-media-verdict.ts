import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { by } from '../../platform/db';
import { pictureOfSubject } from '../../platform/pictures';
import type { Handler } from '../../platform/serve';
import { openReview, subjectOfPost } from '../checking/open-review';
import { judgedPicture } from '../rules/post';
import { causeOfCheck } from '../rules/review';
import { posts } from '../store';

/** Nine verdicts may come at the same moment: how often to look again. */
const tries = 12;

/** WeChat's word on one picture. The post is shown once all of them, and the words, were found harmless. */
export const takeMediaVerdict: Handler<CommunityContract['takeMediaVerdict']> = async ({ fact }, { now }) => {
  const subject = pictureOfSubject(fact.subjectId);
  if (!subject) return {};
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const post = await posts.read(subject.contentId);
    const judged = post && judgedPicture(post, subject.number, fact.verdict.suggest, instant(now));
    if (!judged) return {};
    if (judged.state === 'inReview') await openReview(subjectOfPost(judged), causeOfCheck(instant(now)));
    const { state, duties, dutiesSince } = judged;
    const changed = await posts.changeOne(
      { _id: post._id, version: post.version },
      { pictures: by.exactly(judged.pictures), state, duties, dutiesSince, version: by.adding(1) },
    );
    if (changed) return {};
  }
  throw new Error('a verdict on a picture was overtaken too often; it will be delivered again');
};
