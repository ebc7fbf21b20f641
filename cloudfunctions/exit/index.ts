import { exit } from '../../shared/exit/contract';
import { serve } from '../platform/serve';
import { changeExitReasons } from './handlers/change-exit-reasons';
import { declinePaper } from './handlers/decline-paper';
import { issueLeavingCertificate } from './handlers/issue-leaving-certificate';
import { issuePaper } from './handlers/issue-paper';
import { listExitReasons } from './handlers/list-exit-reasons';
import { listMyPapers } from './handlers/list-my-papers';
import { listPaperRequests } from './handlers/list-paper-requests';
import { noteEmploymentEnded } from './handlers/note-employment-ended';
import { noteLeavingAcknowledged } from './handlers/note-leaving-acknowledged';
import { noteLeavingWithdrawn } from './handlers/note-leaving-withdrawn';
import { openPaper } from './handlers/open-paper';
import { readReasonList } from './handlers/read-reason-list';
import { requestPaper } from './handlers/request-paper';
import { verifyPaper } from './handlers/verify-paper';
import { minute } from './jobs/minute';

const handlers = {
  changeExitReasons,
  declinePaper,
  issueLeavingCertificate,
  issuePaper,
  listExitReasons,
  listMyPapers,
  listPaperRequests,
  noteEmploymentEnded,
  noteLeavingAcknowledged,
  noteLeavingWithdrawn,
  openPaper,
  readReasonList,
  requestPaper,
  verifyPaper,
};

export const main = serve('exit', exit, handlers, { minute });
