import type { ClassroomContract } from '../../../shared/classroom/contract';
import type { Handler } from '../../platform/serve';
import { ownView, viewerOf, visibleSession } from '../read-session';

export const readSession: Handler<ClassroomContract['readSession']> = async ({ sessionId }, { caller }) => {
  const viewer = viewerOf(caller);
  return ownView(await visibleSession(sessionId, viewer), viewer);
};
