import { instant } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import { removeFiles } from '../../platform/files';
import { oneByOne } from '../../platform/one-by-one';
import { settlePost } from '../checking/settle-post';
import { decisionNotice, mentionNotice } from '../rules/notices';
import type { Duty, StoredPost } from '../rules/post';
import { posts } from '../store';
import { tell } from '../tell';

const postsAtOnce = 100;

/** Asks again what was not answered, tells whom it concerns. Each step is harmless when done twice. */
export async function settlePosts(now: Date): Promise<{ posts: number }> {
  const owing = await posts.list({
    where: { dutiesSince: is.atMost(instant(now)) },
    sortedBy: 'dutiesSince',
    limit: postsAtOnce,
  });
  await oneByOne(owing, async (post) => followUp(await settlePost(post, now), now));
  return { posts: owing.length };
}

async function followUp(post: StoredPost, now: Date): Promise<void> {
  const done: Duty[] = [];
  if (post.duties.includes('dropPictures')) {
    await removeFiles(post.droppedFileIds);
    done.push('dropPictures');
  }
  const notices = { tell: mentionNotice(post), tellAuthor: decisionNotice(post, post._id) };
  for (const duty of ['tell', 'tellAuthor'] as const) {
    if (!post.duties.includes(duty)) continue;
    const notice = notices[duty];
    if (notice === null || (await tell(notice, now))) done.push(duty);
  }
  if (done.length === 0) return;
  const duties = post.duties.filter((duty) => !done.includes(duty));
  const dutiesSince = duties.length > 0 ? post.dutiesSince : null;
  const dropped = done.includes('dropPictures') ? { droppedFileIds: by.exactly([]) } : {};
  const told = done.includes('tell') && notices.tell !== null ? { untoldIds: by.exactly([]) } : {};
  await posts.changeOne(
    { _id: post._id, version: post.version },
    { duties, dutiesSince, ...dropped, ...told, version: by.adding(1) },
  );
}
