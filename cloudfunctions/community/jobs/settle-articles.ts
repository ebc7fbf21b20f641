import { instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { articles, readings } from '../store';

const atOnce = 50;

/** Publishes what is due, and counts readers anew where reading has come to rest. */
export async function settleArticles(
  now: Date,
  cutoff: Instant,
): Promise<{ published: number; readersCounted: number }> {
  const due = { state: 'scheduled', publishAt: is.atMost(instant(now)) };
  const coming = await articles.list({ where: due, sortedBy: 'publishAt', limit: atOnce });
  for (const { _id } of coming) await articles.changeOne({ _id, ...due }, { state: 'published' });
  const moved = await articles.list({
    where: { recountSince: is.atMost(cutoff) },
    sortedBy: 'recountSince',
    limit: atOnce,
  });
  for (const { _id: articleId, recountSince } of moved) {
    const readers = await readings.count({ articleId, sort: is.above('') });
    await articles.changeOne({ _id: articleId, recountSince }, { readers, recountSince: null });
  }
  return { published: coming.length, readersCounted: moved.length };
}
