import type { ClassroomContract } from '../../../shared/classroom/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { presentAmong } from '../colleagues';
import { fingerprintOf, placeKeyOf, sessionIdOf } from '../documents';
import { arrangedSession, ownView, viewerOf } from '../read-session';
import { settleWhole } from '../roll/settle';
import { makeUpSession } from '../rules/make-up';
import { store } from '../store';

export const arrangeMakeUp: Handler<ClassroomContract['arrangeMakeUp']> = async (input, { caller, now }) => {
  const { sessionId: missedId, requestId, ...when } = input;
  const { personId } = personOf(caller);
  const viewer = viewerOf(caller);
  const [sessionId, fingerprint] = [sessionIdOf(personId, requestId), fingerprintOf({ missedId, ...when })];
  const missed = await arrangedSession(missedId, viewer);
  const earlier = await store.sessions.read(sessionId);
  if (earlier) return earlier.fingerprint === fingerprint ? ownView(earlier, viewer) : refuse('request_id_reused');
  const keyOf = (absenteeId: string) => placeKeyOf(absenteeId, sessionId);
  const here = await presentAmong(missed.memberIds, now);
  if (here === null) return refuse('wait_and_repeat');
  const arranging = { sessionId, fingerprint, arrangedById: personId, now, keyOf };
  const session = makeUpSession(missed, when, { ...arranging, isHere: (absenteeId) => here.has(absenteeId) });
  if (!(await store.sessions.insert(session))) return refuse('wait_and_repeat');
  await settleWhole(session, now);
  return ownView(session, viewer);
};
