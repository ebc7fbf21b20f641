import type { ClassroomContract } from '../../../shared/classroom/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { colleaguesNamed } from '../../platform/colleagues-named';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { arrangedSession, ownView, viewerOf } from '../read-session';
import { settleWhole } from '../roll/settle';
import { changedSession } from '../rules/change-session';
import { store } from '../store';

/** What is asked for already is answered so, and nobody is told twice. */
export const changeSession: Handler<ClassroomContract['changeSession']> = async (input, { caller, now }) => {
  const { sessionId, requestId: _, trainerIds, ...terms } = input;
  const viewer = viewerOf(caller);
  const session = await arrangedSession(sessionId, viewer);
  const trainers = await colleaguesNamed(trainerIds, session.trainers, now);
  const change = changedSession(session, { ...terms, trainers }, instant(now));
  if (change === null) return ownView(session, viewer);
  const { announcements, ...rest } = change;
  const { version } = session;
  const changed = await store.sessions.changeOne(
    { _id: sessionId, version },
    { ...rest, trainers: by.exactly(trainers), announcements: by.appending(announcements) },
  );
  if (!changed) return refuse('wait_and_repeat');
  await settleWhole(changed, now);
  return ownView(changed, viewer);
};
