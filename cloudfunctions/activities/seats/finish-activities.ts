import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { StoredActivity } from '../documents';
import { store } from '../store';
import { tell } from '../tell';
import { fillVacancies, settlePlace } from './settle';
import { leavePlace } from './take-seat';

const atOnce = 20;
const placesAtOnce = 50;

/** Everybody with a place is told, leaves it, and gets the fee back. */
async function dissolve(activity: StoredActivity, now: Date): Promise<void> {
  const { _id, title, cancelReason, seats, waiting } = activity;
  const places = [...seats, ...waiting];
  const at = now.toISOString();
  const notice = {
    factId: `${_id}.off`,
    title: `活动取消：${title}`,
    line: cancelReason?.slice(0, 120) ?? '活动取消',
    at,
  };
  const personIds = places.map(({ personId }) => personId);
  if (!(await tell(_id, personIds, notice, now))) return;
  for (const place of places.slice(0, placesAtOnce)) {
    const after = await leavePlace(activity, place, now);
    const entry = after?.settling.find(({ key, isGone }) => isGone && key === place.key);
    if (after && entry) await settlePlace(after, entry, now);
  }
}

/** Whatever is not settled, or not dissolved, is; once nothing is left the activity rests. */
export async function finishActivity(found: StoredActivity, now: Date): Promise<void> {
  if (found.state === 'cancelled') await dissolve(found, now);
  for (const entry of found.settling.slice(0, placesAtOnce)) await settlePlace(found, entry, now);
  await fillVacancies(found._id, now);
  const activity = await store.activities.read(found._id);
  if (!activity) return;
  const { _id, version, settling, vacant, state, seats, waiting } = activity;
  const isHeld = state === 'cancelled' && seats.length + waiting.length > 0;
  if (settling.length > 0 || vacant > 0 || isHeld) return;
  await store.activities.changeOne({ _id, version }, { pendingSince: null });
}

/** What was cut off, or is simply done and only to be marked so. */
export async function finishActivities(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.activities.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, (activity) => finishActivity(activity, now));
  return found.length;
}
