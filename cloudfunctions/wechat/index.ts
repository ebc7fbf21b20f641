import { wechat } from '../../shared/wechat/contract';
import { serve } from '../platform/serve';
import { checkMedia } from './handlers/check-media';
import { checkText } from './handlers/check-text';
import { grantMessages } from './handlers/grant-messages';
import { readAllowance } from './handlers/read-allowance';
import { recordEmployeeRelation } from './handlers/record-employee-relation';
import { sendReminder } from './handlers/send-reminder';
import { minute } from './jobs/minute';
import { takeVerdict } from './media/take-verdict';

const handlers = {
  checkText,
  checkMedia,
  sendReminder,
  grantMessages,
  recordEmployeeRelation,
  readAllowance,
};

export const main = serve('wechat', wechat, handlers, { minute }, { wxa_media_check: takeVerdict });
