import { mostWaiting, type PlaceState } from '../../../shared/classroom/session';
import { instant } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import type { BoundIdentity } from '../../platform/identity';
import type { StoredSession } from '../documents';
import { newPart, partOf } from '../rules/place';
import { store } from '../store';

/** How many sign-ups that were given up a session remembers. */
const keysKept = 100;

/** How often a seat may come free between the two questions. */
const tries = 2;

/**
 * A seat while one is left, else the end of the queue: each one conditional update that needs nothing read before.
 * Null when the queue is full, the session is not open to this person, or they are there already.
 */
export async function takePlace(
  sessionId: string,
  person: BoundIdentity,
  key: string,
  now: Date,
): Promise<StoredSession | null> {
  const { personId, branchId } = person;
  const at = instant(now);
  const open = {
    ...{ _id: sessionId, state: 'open', startsAt: is.above(at), branchId: is.among([null, branchId]) },
    ...{ memberIds: is.not(personId), leftKeys: is.not(key) },
  };
  const change = (state: PlaceState) => ({
    ...{ memberIds: by.appending([personId]), seatsLeft: by.adding(-1), gone: by.pulling({ personId }) },
    [`parts.${partOf(personId)}`]: by.exactly(newPart(person, key, state, at)),
    ...{ version: by.adding(1), pendingSince: at },
  });
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const seated = await store.sessions.changeOne({ ...open, seatsLeft: is.above(0) }, change('seated'));
    if (seated) return seated;
    const waits = await store.sessions.changeOne(
      { ...open, seatsLeft: is.between(1 - mostWaiting, 0) },
      change('waiting'),
    );
    if (waits) return waits;
  }
  return null;
}

/** Gives up a place. The order of the others says at once who has the seat. Null when it is gone, or it has begun. */
export function givePlaceUp(
  { _id, memberIds }: Pick<StoredSession, '_id' | 'memberIds'>,
  { personId, key }: { personId: string; key: string },
  now: Date,
): Promise<StoredSession | null> {
  const at = instant(now);
  const field = `parts.${partOf(personId)}`;
  // Of somebody who is there already, nothing is given up.
  const where = { _id, memberIds: personId, [`${field}.key`]: key, [`${field}.signedInAt`]: null };
  return memberIds.includes(personId)
    ? store.sessions.changeOne(
        { ...where, state: 'open', startsAt: is.above(at) },
        {
          ...{ memberIds: by.pulling(personId), seatsLeft: by.adding(1), [field]: by.erasing() },
          ...{ leftKeys: by.appending([key], keysKept), gone: by.appending([{ personId, at }]) },
          ...{ version: by.adding(1), pendingSince: at },
        },
      )
    : Promise.resolve(null);
}
