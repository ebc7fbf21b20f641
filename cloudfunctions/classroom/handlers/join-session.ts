import type { ClassroomContract } from '../../../shared/classroom/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { placeKeyOf } from '../documents';
import { ownView, viewerOf, visibleSession } from '../read-session';
import { settle } from '../roll/settle';
import { takePlace } from '../roll/take-place';
import { checkNotBegun, mayTakePlace } from '../rules/session';

/**
 * One conditional update, without reading first. Whoever is there already is answered so, whatever the request; a
 * sign-up that was given up stays given up.
 */
export const joinSession: Handler<ClassroomContract['joinSession']> = async (input, { caller, now }) => {
  const { sessionId, requestId } = input;
  const person = personOf(caller);
  const viewer = viewerOf(caller);
  const key = placeKeyOf(person.personId, requestId);
  const taken = await takePlace(sessionId, person, key, now);
  if (taken) {
    await settle(taken, [person.personId], now);
    return ownView(taken, viewer);
  }
  const session = await visibleSession(sessionId, viewer);
  const isThere = session.memberIds.includes(person.personId);
  if (isThere || session.leftKeys.includes(key)) return ownView(session, viewer);
  checkNotBegun(session, instant(now));
  if (!mayTakePlace(session, viewer)) return refuse('session_not_found');
  return session.seatsLeft > 0 ? refuse('wait_and_repeat') : refuse('waiting_list_full');
};
