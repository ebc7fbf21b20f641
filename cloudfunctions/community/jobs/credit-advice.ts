import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { StoredComment } from '../rules/comment';
import { leaderSortOf, mostAdvised, type StoredAdviser } from '../rules/faq';
import type { StoredSave } from '../rules/save';
import { advisers, comments, posts, saves } from '../store';

const savesAtOnce = 200;

/** An accepted answer helped whoever asked, and whoever has saved the question: the sweep works the latter off. */
export async function creditAcceptance(answer: StoredComment, at: Instant): Promise<void> {
  await join(answer, answer.postAuthorId);
  await saves.changeAll({ postId: answer.postId }, { helpSince: at });
}

/** One more person in the adviser's set: adding somebody twice changes nothing. */
async function join({ authorId, authorName }: StoredComment, helpedId: string): Promise<void> {
  if (authorId === helpedId) return;
  const add = () =>
    advisers.changeOne(
      { _id: authorId, [`helpedIds.${mostAdvised - 1}`]: is.absent() },
      { helpedIds: by.joining(helpedId) },
    );
  const fresh: StoredAdviser = { _id: authorId, name: authorName, helpedIds: [helpedId], leaderSort: '' };
  const adviser = (await add()) ?? ((await advisers.insert(fresh)) ? fresh : await add());
  if (!adviser) return;
  const leaderSort = leaderSortOf(adviser);
  if (leaderSort !== adviser.leaderSort) await advisers.changeOne({ _id: authorId }, { leaderSort });
}

/** Saved questions whose accepted answer may have helped whoever saved them. */
export async function creditSaves(now: Instant): Promise<{ credited: number }> {
  const owed = await saves.list({
    where: { helpSince: is.between('', now) },
    sortedBy: 'helpSince',
    limit: savesAtOnce,
  });
  await oneByOne(owed, creditSave);
  return { credited: owed.length };
}

async function creditSave({ _id, personId, postId, helpSince }: StoredSave): Promise<void> {
  const post = await posts.read(postId);
  const answer = post?.acceptedId ? await comments.read(post.acceptedId) : null;
  if (answer?.state === 'visible') await join(answer, personId);
  await saves.changeOne({ _id, helpSince }, { helpSince: null });
}
