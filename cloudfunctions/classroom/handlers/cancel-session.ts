import type { ClassroomContract } from '../../../shared/classroom/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { arrangedSession, ownView, viewerOf } from '../read-session';
import { settleWhole } from '../roll/settle';
import { store } from '../store';

export const cancelSession: Handler<ClassroomContract['cancelSession']> = async (input, { caller, now }) => {
  const { sessionId, reason } = input;
  const viewer = viewerOf(caller);
  const session = await arrangedSession(sessionId, viewer);
  const at = instant(now);
  if (session.state === 'cancelled') return ownView(session, viewer);
  const told = {
    id: `${sessionId}.off`,
    title: `课程取消：${session.title}`,
    line: reason.slice(0, 120),
    personIds: null,
  };
  const cancelled = await store.sessions.changeOne(
    { _id: sessionId, state: 'open', startsAt: is.above(at) },
    {
      ...{ state: 'cancelled', cancelReason: reason, remindAt: null, changedAt: at, pendingSince: at },
      ...{ version: by.adding(1), announcements: by.appending([told]) },
    },
  );
  if (!cancelled) return refuse('session_begun');
  await settleWhole(cancelled, now);
  return ownView(cancelled, viewer);
};
