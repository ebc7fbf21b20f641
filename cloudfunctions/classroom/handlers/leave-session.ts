import type { ClassroomContract } from '../../../shared/classroom/contract';
import { partOf } from '../../../shared/kernel/places';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { ownView, viewerOf, visibleSession } from '../read-session';
import { settle } from '../roll/settle';
import { givePlaceUp } from '../roll/take-place';
import { store } from '../store';

export const leaveSession: Handler<ClassroomContract['leaveSession']> = async ({ sessionId }, { caller, now }) => {
  const viewer = viewerOf(caller);
  const { personId } = viewer;
  const session = await visibleSession(sessionId, viewer);
  const part = session.memberIds.includes(personId) ? session.parts[partOf(personId)] : undefined;
  if (!part || session.state === 'cancelled') return ownView(session, viewer);
  const left = await givePlaceUp(session, part, now);
  if (!left) {
    const current = await store.sessions.read(sessionId);
    return current && !current.memberIds.includes(personId) ? ownView(current, viewer) : refuse('session_begun');
  }
  const heir = left.memberIds[left.quota - 1];
  await settle(left, heir === undefined ? [personId] : [personId, heir], now);
  return ownView(left, viewer);
};
