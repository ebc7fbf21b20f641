import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { comments, posts } from '../store';

/** The question first. What is owed to whoever answered is written last, and its repeat tells nobody twice. */
export const acceptAnswer: Handler<CommunityContract['acceptAnswer']> = async ({ commentId }, { caller, now }) => {
  const { personId } = personOf(caller);
  const answer = await comments.read(commentId);
  if (answer?.state !== 'visible' || answer.postAuthorId !== personId) refuse('comment_not_found');
  if (answer.authorId === personId) refuse('answer_own');
  const { postId } = answer;
  const question = { _id: postId, authorId: personId, kind: 'question', state: 'visible' };
  const accepted = await posts.changeOne(question, { acceptedId: commentId });
  if (!accepted) refuse('comment_not_found');
  await comments.changeOne(
    { _id: commentId, acceptedAt: null, state: is.not('removed') },
    { acceptedAt: instant(now), duties: ['tell', 'tellAccepted'], dutiesSince: instant(now) },
  );
  return { acceptedId: commentId };
};
