import { dayOf, instant } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { presentAmong } from '../colleagues';
import type { StoredSession } from '../documents';
import { givePlaceUp } from '../roll/take-place';
import { nextLookAt, seatPassedOn } from '../rules/leavers';
import { partsInOrder } from '../rules/place';
import { store } from '../store';

const atOnce = 20;

/**
 * Once an hour until it begins: whoever will not work here on the day of a session, as far as is known by now, gives
 * their place to who waits, which the next minute tells them. Leavings come from many sides, so people is asked.
 */
export async function clearLeavers(now: Date): Promise<number> {
  const found = await store.sessions.list({ where: { lookAt: is.between('', instant(now)) }, limit: atOnce });
  await oneByOne(found, (session) => clear(session, now));
  return found.length;
}

async function clear(session: StoredSession, now: Date): Promise<void> {
  const { _id, startsAt, state, memberIds } = session;
  const isAhead = state === 'open' && instant(now) < startsAt;
  if (isAhead && memberIds.length > 0) {
    const staying = await presentAmong(memberIds, now, dayOf(startsAt));
    if (staying === null) return;
    for (const part of partsInOrder(session).filter(({ personId }) => !staying.has(personId))) {
      await givePlaceUp(session, part, now, { announcements: by.appending([seatPassedOn(session, part)]) });
    }
  }
  const lookAt = isAhead ? nextLookAt(startsAt, now) : null;
  await store.sessions.changeOne({ _id, lookAt: session.lookAt, startsAt }, { lookAt });
}
