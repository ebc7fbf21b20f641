import type { CommunityContract } from '../../../shared/community/contract';
import { postLimits } from '../../../shared/community/post';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import { addressesOf } from '../../platform/pictures';
import type { Handler } from '../../platform/serve';
import { fileIdsOf } from '../pictures';
import { commentView } from '../rules/comment';
import { saveIdOf } from '../rules/save';
import { shownWith } from '../shown-posts';
import { comments, saves } from '../store';
import { visiblePost } from '../visible-post';

export const readPost: Handler<CommunityContract['readPost']> = async ({ postId }, { caller }) => {
  const { personId } = personOf(caller);
  const post = await visiblePost(postId, personId);
  const save = await saves.read(saveIdOf(personId, postId));
  const unseen = await comments.list({
    where: { postId, authorId: personId, state: is.among(['pending', 'inReview', 'takenDown']) },
    limit: 20,
  });
  const urls = await addressesOf(fileIdsOf(post, postLimits.pictures));
  const isMine = post.authorId === personId;
  return {
    post: shownWith(urls, post, personId),
    pictures: isMine ? post.pictures.map(({ number, fileId }) => ({ number, url: urls.get(fileId) ?? '' })) : [],
    isSavedByMe: save !== null,
    unseen: unseen.map((comment) => commentView(comment, personId, post.acceptedId)),
  };
};
