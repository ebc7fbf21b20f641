import { offboarding } from '../../shared/offboarding/contract';
import { serve } from '../platform/serve';
import { acknowledgeResignation } from './handlers/acknowledge-resignation';
import { addHandoverItem } from './handlers/add-handover-item';
import { answerQuestion } from './handlers/answer-question';
import { answerWithdrawal } from './handlers/answer-withdrawal';
import { changeGuide } from './handlers/change-guide';
import { changeLastDay } from './handlers/change-last-day';
import { changeTemplate } from './handlers/change-template';
import { confirmSettlement } from './handlers/confirm-settlement';
import { draftSettlement } from './handlers/draft-settlement';
import { exportSettlements } from './handlers/export-settlements';
import { listClearances } from './handlers/list-clearances';
import { listLeavings } from './handlers/list-leavings';
import { noteInterviewSettled } from './handlers/note-interview-settled';
import { openLeaving } from './handlers/open-leaving';
import { openTalk } from './handlers/open-talk';
import { questionSettlement } from './handlers/question-settlement';
import { readGuide } from './handlers/read-guide';
import { readLeaving } from './handlers/read-leaving';
import { readMyLeaving } from './handlers/read-my-leaving';
import { readTemplate } from './handlers/read-template';
import { reassignHandoverItem } from './handlers/reassign-handover-item';
import { recordPayment } from './handlers/record-payment';
import { removeHandoverItem } from './handlers/remove-handover-item';
import { settleRow } from './handlers/settle-row';
import { settleTalk } from './handlers/settle-talk';
import { signHandoverItem } from './handlers/sign-handover-item';
import { submitResignation } from './handlers/submit-resignation';
import { withdrawResignation } from './handlers/withdraw-resignation';
import { minute } from './jobs/minute';

const handlers = {
  acknowledgeResignation,
  addHandoverItem,
  answerQuestion,
  answerWithdrawal,
  changeGuide,
  changeLastDay,
  changeTemplate,
  confirmSettlement,
  draftSettlement,
  exportSettlements,
  listClearances,
  listLeavings,
  noteInterviewSettled,
  openLeaving,
  openTalk,
  questionSettlement,
  readGuide,
  readLeaving,
  readMyLeaving,
  readTemplate,
  recordPayment,
  reassignHandoverItem,
  removeHandoverItem,
  settleRow,
  settleTalk,
  signHandoverItem,
  submitResignation,
  withdrawResignation,
};

export const main = serve('offboarding', offboarding, handlers, { minute });
