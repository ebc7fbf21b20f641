import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { openReview, subjectOfComment, subjectOfPost } from '../checking/open-review';
import { notFound, readSubject } from '../checking/subject';
import { causeOfReport } from '../rules/review';

/** 举报: only what one can see. What is visible stays so until a moderator has looked. */
export const report: Handler<CommunityContract['report']> = async (
  { subjectKind, subjectId, reason, words },
  { caller, now },
) => {
  const { personId } = personOf(caller);
  const subject = await readSubject(subjectKind, subjectId);
  if (subject.content.state !== 'visible') notFound(subjectKind);
  const cause = causeOfReport(personId, reason, words, instant(now));
  await openReview(subject.kind === 'post' ? subjectOfPost(subject.content) : subjectOfComment(subject.content), cause);
  return {};
};
