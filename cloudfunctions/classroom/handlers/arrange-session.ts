import type { ClassroomContract } from '../../../shared/classroom/contract';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { colleaguesNamed } from '../../platform/colleagues-named';
import type { Handler } from '../../platform/serve';
import { checkCourse } from '../colleagues';
import { fingerprintOf, sessionIdOf } from '../documents';
import { ownView, viewerOf } from '../read-session';
import { settleWhole } from '../roll/settle';
import { newSession } from '../rules/session';
import { store } from '../store';

export const arrangeSession: Handler<ClassroomContract['arrangeSession']> = async (input, { caller, now }) => {
  const { requestId, trainerIds, ...terms } = input;
  const { personId } = personOf(caller);
  const viewer = viewerOf(caller);
  const [sessionId, fingerprint] = [sessionIdOf(personId, requestId), fingerprintOf({ ...terms, trainerIds })];
  const earlier = await store.sessions.read(sessionId);
  if (earlier) return earlier.fingerprint === fingerprint ? ownView(earlier, viewer) : refuse('request_id_reused');
  if (!reaches(viewer.reach, terms.branchId)) return refuse('branch_out_of_reach');
  const trainers = await colleaguesNamed(trainerIds, [], now);
  await checkCourse(terms, now);
  const arranging = { sessionId, fingerprint, arrangedById: personId, trainers, makesUpForId: null, now };
  const session = newSession(terms, arranging);
  if (!(await store.sessions.insert(session))) return refuse('wait_and_repeat');
  await settleWhole(session, now);
  return ownView(session, viewer);
};
