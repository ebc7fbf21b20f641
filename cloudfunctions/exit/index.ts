import { exit } from '../../shared/exit/contract';
import { serve } from '../platform/serve';
import { assignReasonWords } from './handlers/assign-reason-words';
import { bringPastLeavings } from './handlers/bring-past-leavings';
import { cancelExitInterview } from './handlers/cancel-exit-interview';
import { changeExitReasons } from './handlers/change-exit-reasons';
import { changeSeal } from './handlers/change-seal';
import { declinePaper } from './handlers/decline-paper';
import { eraseMyAlumniRecord } from './handlers/erase-my-alumni-record';
import { finishImprovement } from './handlers/finish-improvement';
import { inviteToExitInterview } from './handlers/invite-to-exit-interview';
import { issueLeavingCertificate } from './handlers/issue-leaving-certificate';
import { issuePaper } from './handlers/issue-paper';
import { listAlumni } from './handlers/list-alumni';
import { listExitInterviews } from './handlers/list-exit-interviews';
import { listExitReasons } from './handlers/list-exit-reasons';
import { listMyImprovements } from './handlers/list-my-improvements';
import { listMyPapers } from './handlers/list-my-papers';
import { listPaperRequests } from './handlers/list-paper-requests';
import { listReasonWords } from './handlers/list-reason-words';
import { markCoreAlumnus } from './handlers/mark-core-alumnus';
import { noteEmploymentEnded } from './handlers/note-employment-ended';
import { noteLeavingAcknowledged } from './handlers/note-leaving-acknowledged';
import { noteLeavingWithdrawn } from './handlers/note-leaving-withdrawn';
import { openImprovement } from './handlers/open-improvement';
import { openPaper } from './handlers/open-paper';
import { passOnImprovement } from './handlers/pass-on-improvement';
import { readExitBoard } from './handlers/read-exit-board';
import { readExitInterview } from './handlers/read-exit-interview';
import { readExitPortrait } from './handlers/read-exit-portrait';
import { readManagerView } from './handlers/read-manager-view';
import { readMyAlumniRecord } from './handlers/read-my-alumni-record';
import { readMyExitInterview } from './handlers/read-my-exit-interview';
import { readSeal } from './handlers/read-seal';
import { recordExitTalk } from './handlers/record-exit-talk';
import { recordManagerView } from './handlers/record-manager-view';
import { reportImprovement } from './handlers/report-improvement';
import { requestPaper } from './handlers/request-paper';
import { saveMyAlumniRecord } from './handlers/save-my-alumni-record';
import { saveMyExitForm } from './handlers/save-my-exit-form';
import { scheduleExitInterview } from './handlers/schedule-exit-interview';
import { verifyPaper } from './handlers/verify-paper';
import { minute } from './jobs/minute';

const handlers = {
  assignReasonWords,
  bringPastLeavings,
  cancelExitInterview,
  changeExitReasons,
  changeSeal,
  declinePaper,
  eraseMyAlumniRecord,
  finishImprovement,
  inviteToExitInterview,
  issueLeavingCertificate,
  issuePaper,
  listAlumni,
  listExitInterviews,
  listExitReasons,
  listMyImprovements,
  listMyPapers,
  listPaperRequests,
  listReasonWords,
  markCoreAlumnus,
  noteEmploymentEnded,
  noteLeavingAcknowledged,
  noteLeavingWithdrawn,
  openImprovement,
  passOnImprovement,
  openPaper,
  readExitBoard,
  readExitInterview,
  readExitPortrait,
  readManagerView,
  readMyAlumniRecord,
  readMyExitInterview,
  readSeal,
  recordExitTalk,
  recordManagerView,
  reportImprovement,
  requestPaper,
  saveMyAlumniRecord,
  saveMyExitForm,
  scheduleExitInterview,
  verifyPaper,
};

export const main = serve('exit', exit, handlers, { minute });
