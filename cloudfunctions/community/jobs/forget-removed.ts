import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { removeFiles } from '../../platform/files';
import { comments, posts, reviews } from '../store';

const keptMillis = 90 * 86_400_000;
const atOnce = 50;

/** Ninety days after its author took it away, a post or comment is gone for moderators too, pictures included. */
export async function forgetRemoved(now: Date): Promise<{ forgotten: number }> {
  const until = is.atMost(instant(new Date(now.getTime() - keptMillis)));
  const old = await posts.list({ where: { removedAt: until }, sortedBy: 'removedAt', limit: atOnce });
  if (old.length > 0) {
    await removeFiles(
      old.flatMap(({ pictures, droppedFileIds }) => [...pictures.map(({ fileId }) => fileId), ...droppedFileIds]),
    );
    const ids = is.among(old.map(({ _id }) => _id));
    await reviews.removeAll({ postId: ids });
    await comments.removeAll({ postId: ids });
    await posts.removeAll({ _id: ids });
  }
  const removed = await comments.list({ where: { removedAt: until }, sortedBy: 'removedAt', limit: atOnce });
  if (removed.length > 0) await comments.removeAll({ _id: is.among(removed.map(({ _id }) => _id)) });
  return { forgotten: old.length + removed.length };
}
