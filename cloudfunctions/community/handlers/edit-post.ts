import type { CommunityContract } from '../../../shared/community/contract';
import { postLimits } from '../../../shared/community/post';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { judgeText } from '../checking/judge-text';
import { settlePost } from '../checking/settle-post';
import { mentionedColleagues } from '../mentioned-colleagues';
import { checkAddedPictures } from '../pictures';
import { arrangePictures } from '../rules/arrange-pictures';
import { edited } from '../rules/post';
import { shownPost } from '../shown-posts';
import { posts } from '../store';

/** Only the author. The words before stay as a revision that moderators can read. */
export const editPost: Handler<CommunityContract['editPost']> = async (
  { postId, text, topics, mentionIds, pictures, requestId },
  { caller, now },
) => {
  const { personId } = personOf(caller);
  const post = await posts.read(postId);
  if (!post || post.authorId !== personId || post.state === 'removed') refuse('post_not_found');
  if (post.lastRequestId === requestId) return shownPost(post, personId);
  const arranged = arrangePictures(post, pictures);
  await checkAddedPictures(pictures ?? [], requestId);
  const check = await judgeText(personId, [text, ...topics].join('\n'), now);
  if (check === 'risky') refuse('text_refused');
  const mentions = mentionIds ? await mentionedColleagues(mentionIds) : post.mentions;
  const { revision, ...change } = edited(post, { text, topics, mentions, arranged }, check, instant(now));
  const changed = await posts.changeOne(
    { _id: postId, version: post.version, state: is.not('removed') },
    {
      ...change,
      ...{ mentions: by.exactly(change.mentions), untoldIds: by.exactly(change.untoldIds) },
      pictures: by.exactly(change.pictures),
      droppedFileIds: by.exactly(change.droppedFileIds),
      revisions: by.appending([revision], postLimits.revisions),
      lastRequestId: requestId,
      version: by.adding(1),
    },
  );
  if (changed) return shownPost(await settlePost(changed, now), personId);
  const current = (await posts.read(postId)) ?? refuse('post_not_found');
  return current.lastRequestId === requestId ? shownPost(current, personId) : refuse('post_changed');
};
