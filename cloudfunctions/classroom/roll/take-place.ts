import { mostWaiting } from '../../../shared/classroom/session';
import { instant } from '../../../shared/kernel/day';
import { partOf } from '../../../shared/kernel/places';
import { by, type Change, is } from '../../platform/db';
import type { BoundIdentity } from '../../platform/identity';
import * as places from '../../platform/places';
import type { StoredSession } from '../documents';
import { newPart } from '../rules/place';
import { store } from '../store';

/** A seat while one is left, else the end of the queue. Null when full, not open to this person, or there already. */
export function takePlace(
  sessionId: string,
  person: BoundIdentity,
  key: string,
  now: Date,
): Promise<StoredSession | null> {
  const { personId, branchId } = person;
  const at = instant(now);
  const open = { _id: sessionId, state: 'open', startsAt: is.above(at), branchId: is.among([null, branchId]) };
  const joining = {
    ...{ personId, key, mostWaiting, more: { gone: by.pulling({ personId }) } },
    part: (state: 'seated' | 'waiting') => newPart(person, key, state, at),
  };
  return places.takePlace(store.sessions, open, joining, at);
}

/** Gives up a place. Null when it is gone, or the session has begun. */
export function givePlaceUp(
  { _id }: Pick<StoredSession, '_id'>,
  { personId, key }: { personId: string; key: string },
  now: Date,
  more: Change = {},
): Promise<StoredSession | null> {
  const at = instant(now);
  // Of somebody who is there already, nothing is given up.
  const open = { _id, [`parts.${partOf(personId)}.signedInAt`]: null, state: 'open', startsAt: is.above(at) };
  const change = { gone: by.appending([{ personId, at }]), ...more };
  return places.givePlaceUp(store.sessions, open, { personId, key }, change, at);
}
