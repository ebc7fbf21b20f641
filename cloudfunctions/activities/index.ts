import { activities } from '../../shared/activities/contract';
import { serve } from '../platform/serve';
import { addPhotos } from './handlers/add-photos';
import { cancelActivity } from './handlers/cancel-activity';
import { cancelSignUp } from './handlers/cancel-sign-up';
import { changeActivity } from './handlers/change-activity';
import { checkInByCode } from './handlers/check-in-by-code';
import { checkInByPlace } from './handlers/check-in-by-place';
import { countAttended } from './handlers/count-attended';
import { decidePhotos } from './handlers/decide-photos';
import { exportAttendees } from './handlers/export-attendees';
import { giveFeedback } from './handlers/give-feedback';
import { listActivities } from './handlers/list-activities';
import { listAttendees } from './handlers/list-attendees';
import { listOrganised } from './handlers/list-organised';
import { listPhotos } from './handlers/list-photos';
import { markAttended } from './handlers/mark-attended';
import { publishActivity } from './handlers/publish-activity';
import { readActivity } from './handlers/read-activity';
import { readCheckInCode } from './handlers/read-check-in-code';
import { readPointCode } from './handlers/read-point-code';
import { readResults } from './handlers/read-results';
import { readRoute } from './handlers/read-route';
import { removePhotos } from './handlers/remove-photos';
import { setCover } from './handlers/set-cover';
import { setRoute } from './handlers/set-route';
import { signUp } from './handlers/sign-up';
import { takeMediaVerdict } from './handlers/take-media-verdict';
import { visitByCode } from './handlers/visit-by-code';
import { visitByPlace } from './handlers/visit-by-place';
import { minute } from './jobs/minute';

const handlers = {
  cancelActivity,
  cancelSignUp,
  checkInByCode,
  checkInByPlace,
  countAttended,
  exportAttendees,
  giveFeedback,
  listActivities,
  listAttendees,
  listOrganised,
  markAttended,
  publishActivity,
  readActivity,
  readCheckInCode,
  readResults,
  readPointCode,
  readRoute,
  setRoute,
  visitByCode,
  visitByPlace,
  addPhotos,
  decidePhotos,
  listPhotos,
  removePhotos,
  setCover,
  takeMediaVerdict,
  changeActivity,
  signUp,
};

export const main = serve('activities', activities, handlers, { minute });
