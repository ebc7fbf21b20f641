import type { ClassroomContract } from '../../../shared/classroom/contract';
import { instant } from '../../../shared/kernel/day';
import { partOf } from '../../../shared/kernel/places';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { ownView, viewerOf, visibleSession } from '../read-session';
import { settle } from '../roll/settle';
import { partIn } from '../roll/sign-in';
import { signInWindow } from '../rules/session';
import { store } from '../store';

export const giveFeedback: Handler<ClassroomContract['giveFeedback']> = async (input, { caller, now }) => {
  const { sessionId, course, trainer, words, requestId } = input;
  const viewer = viewerOf(caller);
  const { personId } = viewer;
  const session = await visibleSession(sessionId, viewer);
  const part = partIn(session, personId);
  if (part?.feedback?.requestId === requestId) return ownView(session, viewer);
  if (!part?.signedInAt) return refuse('feedback_not_attended');
  if (part.feedback) return refuse('feedback_given_already');
  const at = instant(now);
  if (session.state === 'cancelled' || at > signInWindow(session).listUntil) return refuse('feedback_closed');
  if (words) {
    const verdict = await ask('wechat', 'checkText', { personId, scene: 'comment', text: words }, now);
    if (!verdict.ok) return refuse('wait_and_repeat');
    if (verdict.data.suggest === 'risky') return refuse('text_refused');
  }
  const field = `parts.${partOf(personId)}`;
  const given = await store.sessions.changeOne(
    { _id: sessionId, memberIds: personId, [`${field}.feedback`]: null },
    {
      [`${field}.feedback`]: by.exactly({ course, trainer, words, at, requestId }),
      ...{ [`${field}.duties`]: by.joining('thank'), version: by.adding(1), pendingSince: at },
    },
  );
  if (!given) return refuse('wait_and_repeat');
  await settle(given, [personId], now);
  return ownView(given, viewer);
};
