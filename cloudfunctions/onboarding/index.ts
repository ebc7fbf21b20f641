import { onboarding } from '../../shared/onboarding/contract';
import { serve } from '../platform/serve';
import { answerCheck } from './handlers/answer-check';
import { cancelRun } from './handlers/cancel-run';
import { eraseCard } from './handlers/erase-card';
import { greet } from './handlers/greet';
import { handInPaper } from './handlers/hand-in-paper';
import { listMyActivities } from './handlers/list-my-activities';
import { listNewColleagues } from './handlers/list-new-colleagues';
import { listRuns } from './handlers/list-runs';
import { listTemplates } from './handlers/list-templates';
import { loadReadyTemplate } from './handlers/load-ready-template';
import { markActivity } from './handlers/mark-activity';
import { planFirstDay } from './handlers/plan-first-day';
import { proposeRun } from './handlers/propose-run';
import { readBoard } from './handlers/read-board';
import { readBuddies } from './handlers/read-buddies';
import { readMyRun } from './handlers/read-my-run';
import { readPapers } from './handlers/read-papers';
import { readRun } from './handlers/read-run';
import { reapplyTemplate } from './handlers/reapply-template';
import { reassignActivity } from './handlers/reassign-activity';
import { replyCheck } from './handlers/reply-check';
import { retireTemplate } from './handlers/retire-template';
import { saveTemplate } from './handlers/save-template';
import { startRuns } from './handlers/start-runs';
import { takeCoursePassed } from './handlers/take-course-passed';
import { takeJoining } from './handlers/take-joining';
import { takePaperBack } from './handlers/take-paper-back';
import { takeStartMoved } from './handlers/take-start-moved';
import { writeCard } from './handlers/write-card';
import { minute } from './jobs/minute';

const handlers = {
  answerCheck,
  cancelRun,
  eraseCard,
  greet,
  handInPaper,
  listMyActivities,
  listNewColleagues,
  listRuns,
  listTemplates,
  loadReadyTemplate,
  markActivity,
  planFirstDay,
  proposeRun,
  readBoard,
  readBuddies,
  readMyRun,
  readPapers,
  readRun,
  reapplyTemplate,
  reassignActivity,
  replyCheck,
  retireTemplate,
  saveTemplate,
  startRuns,
  takeCoursePassed,
  takeJoining,
  takePaperBack,
  takeStartMoved,
  writeCard,
};

export const main = serve('onboarding', onboarding, handlers, { minute });
