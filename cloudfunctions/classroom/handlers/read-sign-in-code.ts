import type { ClassroomContract } from '../../../shared/classroom/contract';
import { instant } from '../../../shared/kernel/day';
import { codeNow } from '../../platform/check-in-code';
import type { Handler } from '../../platform/serve';
import { taughtSession, viewerOf } from '../read-session';
import { outcomeOf } from '../rules/results';
import { checkSignInOpen } from '../rules/session';

export const readSignInCode: Handler<ClassroomContract['readSignInCode']> = async ({ sessionId }, { caller, now }) => {
  const session = await taughtSession(sessionId, viewerOf(caller));
  checkSignInOpen(session, instant(now), 'themselves');
  return { ...codeNow(sessionId, now), signedIn: outcomeOf(session).signedIn };
};
