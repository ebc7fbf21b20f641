import { exit } from '../../shared/exit/contract';
import { serve } from '../platform/serve';
import { changeExitReasons } from './handlers/change-exit-reasons';
import { listExitReasons } from './handlers/list-exit-reasons';
import { noteEmploymentEnded } from './handlers/note-employment-ended';
import { noteLeavingAcknowledged } from './handlers/note-leaving-acknowledged';
import { noteLeavingWithdrawn } from './handlers/note-leaving-withdrawn';
import { readReasonList } from './handlers/read-reason-list';
import { minute } from './jobs/minute';

const handlers = {
  changeExitReasons,
  listExitReasons,
  noteEmploymentEnded,
  noteLeavingAcknowledged,
  noteLeavingWithdrawn,
  readReasonList,
};

export const main = serve('exit', exit, handlers, { minute });
