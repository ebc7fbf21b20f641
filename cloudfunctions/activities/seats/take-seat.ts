import { mostWaiting } from '../../../shared/activities/activity';
import { instant } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import type { Place, Settling, StoredActivity } from '../documents';
import { store } from '../store';

/** How often others may be faster before somebody is asked to try again. */
const tries = 6;

const changed = (now: Date) => ({ version: by.adding(1), pendingSince: instant(now) });
const settling = (place: Place, more: Partial<Settling> = {}) => ({
  settling: by.appending([{ ...place, isGone: false, isOwed: false, isPromoted: false, ...more }]),
});
const notThere = ({ personId }: Place) => ({
  'seats.personId': is.not(personId),
  'waiting.personId': is.not(personId),
});

/**
 * A seat while there is one and nobody waits, else the end of the queue: each one conditional update. Null when the
 * queue is full, the activity was cancelled, or this person is there already.
 */
export async function takePlace(activity: StoredActivity, place: Place, now: Date): Promise<StoredActivity | null> {
  const { _id, quota } = activity;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const seated = await store.activities.changeOne(
      { _id, state: 'open', taken: is.below(quota), waitingCount: 0, ...notThere(place) },
      { taken: by.adding(1), seats: by.appending([place]), ...settling(place), ...changed(now) },
    );
    if (seated) return seated;
    // Only when all seats are gone: one that came free in between is taken on the next try.
    const waits = await store.activities.changeOne(
      { _id, state: 'open', taken: is.atLeast(quota), waitingCount: is.below(mostWaiting), ...notThere(place) },
      { waitingCount: by.adding(1), waiting: by.appending([place]), ...settling(place), ...changed(now) },
    );
    if (waits) return waits;
  }
  return null;
}

/** Gives up a seat or a place in the queue, once. A seat stays taken until the queue has had its turn. */
export async function leavePlace(activity: StoredActivity, place: Place, now: Date): Promise<StoredActivity | null> {
  const { _id } = activity;
  const { key } = place;
  const waited = await store.activities.changeOne(
    { _id, 'waiting.key': key },
    {
      ...{ waiting: by.pulling({ key }), waitingCount: by.adding(-1) },
      ...{ ...settling(place, { isGone: true }), ...changed(now) },
    },
  );
  if (waited) return waited;
  return store.activities.changeOne(
    { _id, 'seats.key': key },
    {
      ...{ seats: by.pulling({ key }), vacant: by.adding(1) },
      ...{ ...settling(place, { isGone: true, isOwed: true }), ...changed(now) },
    },
  );
}

/** One vacant seat goes to who waits longest, or back to everybody. Null when there is none, or another was faster. */
export function fillVacancy(activity: StoredActivity, now: Date): Promise<StoredActivity | null> {
  const { _id, startsAt, state, waiting } = activity;
  const [first] = waiting;
  const isTooLate = state !== 'open' || instant(now) >= startsAt;
  if (first && !isTooLate) {
    return store.activities.changeOne(
      { _id, state: 'open', vacant: is.above(0), 'waiting.0.key': first.key },
      {
        ...{ waiting: by.pulling({ key: first.key }), waitingCount: by.adding(-1) },
        ...{ seats: by.appending([first]), vacant: by.adding(-1) },
        ...{ ...settling(first, { isPromoted: true }), ...changed(now) },
      },
    );
  }
  const nobody = isTooLate ? {} : { waitingCount: 0 };
  return store.activities.changeOne(
    { _id, vacant: is.above(0), ...nobody },
    { vacant: by.adding(-1), taken: by.adding(-1), ...changed(now) },
  );
}
