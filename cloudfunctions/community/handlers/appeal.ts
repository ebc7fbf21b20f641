import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { openReview, subjectOfComment, subjectOfPost } from '../checking/open-review';
import { notFound, readSubject } from '../checking/subject';
import { causeOfAppeal } from '../rules/review';
import { comments, posts } from '../store';

/** 申诉: once, and only by the author of what was taken down. */
export const appeal: Handler<CommunityContract['appeal']> = async (
  { subjectKind, subjectId, words, requestId },
  { caller, now },
) => {
  const { personId } = personOf(caller);
  const { kind, content } = await readSubject(subjectKind, subjectId);
  if (content.authorId !== personId || content.state !== 'takenDown') notFound(subjectKind);
  const cause = causeOfAppeal(personId, words, instant(now));
  if (content.appealId === requestId) return {};
  if (content.appealId !== null) refuse('appeal_made_already');
  // The review first: killed in between, the appeal is before the moderators and its repeat only marks the post.
  const subject = kind === 'post' ? subjectOfPost(content) : subjectOfComment(content);
  await openReview(subject, cause);
  const mine = { _id: subjectId, authorId: personId, state: 'takenDown' };
  await (kind === 'post' ? posts : comments).changeOne(mine, { appealId: requestId });
  return {};
};
