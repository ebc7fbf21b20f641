import { classroom } from '../../shared/classroom/contract';
import { serve } from '../platform/serve';
import { arrangeMakeUp } from './handlers/arrange-make-up';
import { arrangeSession } from './handlers/arrange-session';
import { cancelSession } from './handlers/cancel-session';
import { changeSession } from './handlers/change-session';
import { exportParticipants } from './handlers/export-participants';
import { giveFeedback } from './handlers/give-feedback';
import { joinSession } from './handlers/join-session';
import { leaveSession } from './handlers/leave-session';
import { listParticipants } from './handlers/list-participants';
import { listSessions } from './handlers/list-sessions';
import { markSignedIn } from './handlers/mark-signed-in';
import { placeColleagues } from './handlers/place-colleagues';
import { readCourseOutcome } from './handlers/read-course-outcome';
import { readOutcome } from './handlers/read-outcome';
import { readSession } from './handlers/read-session';
import { readSignInCode } from './handlers/read-sign-in-code';
import { recordResults } from './handlers/record-results';
import { signInByCode } from './handlers/sign-in-by-code';
import { minute } from './jobs/minute';

const handlers = {
  arrangeMakeUp,
  arrangeSession,
  cancelSession,
  changeSession,
  exportParticipants,
  giveFeedback,
  joinSession,
  leaveSession,
  listParticipants,
  listSessions,
  markSignedIn,
  placeColleagues,
  readCourseOutcome,
  readOutcome,
  readSession,
  readSignInCode,
  recordResults,
  signInByCode,
};

export const main = serve('classroom', classroom, handlers, { minute });
