import type { ClassroomContract } from '../../../shared/classroom/contract';
import type { Handler } from '../../platform/serve';
import { taughtSession, viewerOf } from '../read-session';
import { partsInOrder } from '../rules/place';
import { participantView } from '../rules/session';

export const listParticipants: Handler<ClassroomContract['listParticipants']> = async ({ sessionId }, { caller }) => {
  const session = await taughtSession(sessionId, viewerOf(caller));
  return { items: partsInOrder(session).map((part) => participantView(session, part)) };
};
