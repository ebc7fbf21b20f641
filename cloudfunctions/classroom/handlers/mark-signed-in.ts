import type { ClassroomContract } from '../../../shared/classroom/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { taughtSession, viewerOf } from '../read-session';
import { partIn, signIn } from '../roll/sign-in';
import { checkSignInOpen, participantView } from '../rules/session';

export const markSignedIn: Handler<ClassroomContract['markSignedIn']> = async (input, { caller, now }) => {
  const { sessionId, personId, lateMinutes } = input;
  const session = await taughtSession(sessionId, viewerOf(caller));
  checkSignInOpen(session, instant(now), 'trainer');
  const marked = await signIn(session, { personId, by: 'trainer', lateMinutes }, now);
  const part = partIn(marked, personId) ?? refuse('sign_in_not_listed');
  return participantView(marked, part);
};
