import type { CommunityContract } from '../../../shared/community/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { ownClub } from '../own-club';
import { posts } from '../store';

export const moveOutOfClub: Handler<CommunityContract['moveOutOfClub']> = async ({ postId }, { caller }) => {
  const post = await posts.read(postId);
  if (post?.state !== 'visible') return refuse('post_not_found');
  if (post.clubId === null) return {};
  await ownClub(post.clubId, caller);
  await posts.changeOne({ _id: postId, clubId: post.clubId }, { clubId: null });
  return {};
};
