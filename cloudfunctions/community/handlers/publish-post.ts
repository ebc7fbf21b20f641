import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { judgeText } from '../checking/judge-text';
import { settlePost } from '../checking/settle-post';
import { contentIdOf } from '../content-id';
import { mentionedColleagues } from '../mentioned-colleagues';
import { checkPictures } from '../pictures';
import { checkMember } from '../rules/club';
import { isSamePost, newPost } from '../rules/post';
import { shownPost } from '../shown-posts';
import { clubs, posts } from '../store';

/** 发布: one insert. What the checks leave open, and who is to be told, is written into the post itself. */
export const publishPost: Handler<CommunityContract['publishPost']> = async (
  { requestId, mentionIds, clubId, ...draft },
  { caller, now },
) => {
  const author = personOf(caller);
  const { personId } = author;
  const postId = contentIdOf('post', personId, requestId);
  if (clubId !== null) checkMember((await clubs.read(clubId)) ?? refuse('club_not_found'), personId);
  await checkPictures(draft.pictureFileIds, requestId);
  const check = await judgeText(personId, [draft.text, ...draft.topics].join('\n'), now);
  if (check === 'risky') refuse('text_refused');
  const mentions = await mentionedColleagues(mentionIds);
  const post = { ...newPost(postId, author, draft, mentions, check, requestId, instant(now)), clubId };
  if (await posts.insert(post)) return shownPost(await settlePost(post, now), personId);
  const earlier = await posts.read(postId);
  return earlier && isSamePost(earlier, draft) ? shownPost(earlier, personId) : refuse('request_id_reused');
};
