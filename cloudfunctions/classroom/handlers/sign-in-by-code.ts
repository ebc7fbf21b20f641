import type { ClassroomContract } from '../../../shared/classroom/contract';
import { instant } from '../../../shared/kernel/day';
import { placeOf } from '../../../shared/kernel/places';
import { refuse } from '../../../shared/refusal';
import { isCodeFresh } from '../../platform/check-in-code';
import type { Handler } from '../../platform/serve';
import { ownView, viewerOf, visibleSession } from '../read-session';
import { partIn, signIn } from '../roll/sign-in';
import { checkSignInOpen, lateMinutesAt } from '../rules/session';

/** Whoever is there already is answered so, also when the code has moved on: the repeat of a tap comes later. */
export const signInByCode: Handler<ClassroomContract['signInByCode']> = async (input, { caller, now }) => {
  const { sessionId, code } = input;
  const viewer = viewerOf(caller);
  const { personId } = viewer;
  const session = await visibleSession(sessionId, viewer);
  const at = instant(now);
  if (partIn(session, personId)?.signedInAt) return ownView(session, viewer);
  checkSignInOpen(session, at, 'themselves');
  if (!isCodeFresh(sessionId, code, now)) return refuse('check_in_code_stale');
  if (placeOf(session, personId)?.state !== 'seated') return refuse('sign_in_not_listed');
  const lateMinutes = lateMinutesAt(session, at);
  return ownView(await signIn(session, { personId, by: 'code', lateMinutes }, now), viewer);
};
