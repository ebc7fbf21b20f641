import { ask } from '../../platform/outbox';
import type { Place } from '../documents';
import type { ActivityHead } from '../rules/activity';

const requestOf = (word: string, key: string) => `${word}-${key.replace(/[^A-Za-z0-9-]/g, '-')}`.padEnd(16, '0');

/** The fee of a seat is taken once for each key. `later` when nobody knows yet; the same key asks again. */
export async function payForSeat(
  { feePoints: points, title: about }: ActivityHead,
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
 * The fee goes back. Whether it was ever taken only the books know: it is asked for once more under the same key, and
 * what that answers is final. True when nothing is owed any more.
 */
export async function payBack(activity: ActivityHead, place: Place, now: Date): Promise<boolean> {
  if (activity.feePoints === 0) return true;
  const paid = await payForSeat(activity, place, now);
  if (paid === 'later') return false;
  if (paid !== 'paid') return true;
  const { key: factId, personId } = place;
  const answer = await ask('points', 'unspend', { factId, personId, requestId: requestOf('back', factId) }, now);
  return answer.ok;
}
