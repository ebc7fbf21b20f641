import { ask } from '../../platform/outbox';
import type { Place, StoredActivity } from '../documents';

type Priced = Pick<StoredActivity, 'feePoints' | 'bookedAs'>;

const requestOf = (word: string, key: string) => `${word}-${key.replace(/[^A-Za-z0-9-]/g, '-')}`.padEnd(16, '0');

/** The fee of a seat is taken once for each key. `later` when nobody knows yet; the same key asks again. */
export async function payForSeat(
  { feePoints: points, bookedAs: about }: Priced,
  { key: factId, personId }: Place,
  now: Date,
): Promise<'paid' | 'later' | { missing: number }> {
  if (points === 0) return 'paid';
  const input = { factId, personId, points, about, requestId: requestOf('seat', factId) };
  const answer = await ask('points', 'spend', input, now);
  if (answer.ok) return 'paid';
  return answer.code === 'points_not_enough' ? { missing: Number(answer.detail?.missing ?? points) } : 'later';
}

/**
 * The fee goes back. Whether it was ever taken only the books know: it is asked for once more under the same key.
 * `nothing` when there was none to give back.
 */
export async function payBack(
  activity: Priced,
  { key: factId, personId }: Place,
  now: Date,
): Promise<'back' | 'nothing' | 'later'> {
  if (activity.feePoints === 0) return 'nothing';
  const paid = await payForSeat(activity, { key: factId, personId }, now);
  if (paid === 'later') return 'later';
  if (paid !== 'paid') return 'nothing';
  const answer = await ask('points', 'unspend', { factId, personId, requestId: requestOf('back', factId) }, now);
  return answer.ok ? 'back' : 'later';
}
