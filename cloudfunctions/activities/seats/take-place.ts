import { mostWaiting } from '../../../shared/activities/activity';
import { instant } from '../../../shared/kernel/day';
import { partOf, placeOf } from '../../../shared/kernel/places';
import { by, is, type Where } from '../../platform/db';
import * as places from '../../platform/places';
import type { Place, SignUp, StoredActivity } from '../documents';
import { store } from '../store';

/** A seat, else the end of the queue. Null when that is full, sign-up is closed or not `open` to them. */
export function takePlace(
  activityId: string,
  open: Where,
  { personId, key }: Place,
  now: Date,
): Promise<StoredActivity | null> {
  const at = instant(now);
  const where = { _id: activityId, state: 'open', signUpClosesAt: is.above(at), ...open };
  const part = (state: SignUp['joinedAs']): SignUp => ({ key, joinedAs: state, settledAs: null });
  return places.takePlace(store.activities, where, { personId, key, mostWaiting, part }, at);
}

/** How often those ahead in the queue may leave meanwhile. */
const tries = 6;

/**
 * Gives up a place while `where` holds. Whoever held a seat may have paid for it; of somebody who waits, and stands at
 * that very place of the order still, nothing was taken. Null when the place is gone, or the condition does not hold.
 */
export async function leavePlace(
  found: StoredActivity,
  personId: string,
  where: Where,
  now: Date,
): Promise<StoredActivity | null> {
  const { _id, feePoints } = found;
  const at = instant(now);
  let activity: StoredActivity | null = found;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const place = activity && placeOf(activity, personId);
    const key = activity?.parts[partOf(personId)]?.key;
    if (!activity || !place || key === undefined) return null;
    const isSeated = place.state === 'seated';
    const unmoved = isSeated ? {} : { quota: activity.quota, [`memberIds.${place.index}`]: personId };
    const gone = { personId, key, isOwed: isSeated && feePoints > 0, at };
    const condition = { ...where, ...unmoved, _id };
    const more = { gone: by.appending([gone]) };
    const left = await places.givePlaceUp(store.activities, condition, { personId, key }, more, at);
    if (left) return left;
    activity = await store.activities.read(_id);
  }
  return null;
}
