import type { CommunityContract } from '../../../shared/community/contract';
import { postLimits } from '../../../shared/community/post';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { interests } from '../store';

/** One update of one set, as a like: saying it twice changes nothing. */
export const followTopic: Handler<CommunityContract['followTopic']> = async ({ topic, isFollowed }, { caller }) => {
  const { personId: _id } = personOf(caller);
  const room = isFollowed ? { [`topics.${postLimits.interests - 1}`]: is.absent() } : {};
  const topics = isFollowed ? by.joining(topic) : by.pulling(topic);
  const changed = await interests.changeOne({ _id, ...room }, { topics });
  if (changed) return { topics: changed.topics };
  const mine = await interests.read(_id);
  if (mine?.topics.includes(topic)) return { topics: mine.topics };
  if (mine) refuse('interests_full');
  if (!isFollowed) return { topics: [] };
  if (await interests.insert({ _id, topics: [topic] })) return { topics: [topic] };
  const other = await interests.changeOne({ _id }, { topics });
  return { topics: other?.topics ?? [topic] };
};
