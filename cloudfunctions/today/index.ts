import { today } from '../../shared/today/contract';
import { serve } from '../platform/serve';
import { changeNoticeSettings } from './handlers/change-notice-settings';
import { clearTask } from './handlers/clear-task';
import { listInbox } from './handlers/list-inbox';
import { markAllRead } from './handlers/mark-all-read';
import { markRead } from './handlers/mark-read';
import { notify } from './handlers/notify';
import { putTask } from './handlers/put-task';
import { readNoticeSettings } from './handlers/read-notice-settings';
import { readToday } from './handlers/read-today';
import { recordEmployeeRelation } from './handlers/record-employee-relation';
import { recordSubscription } from './handlers/record-subscription';
import { minute } from './jobs/minute';

export const main = serve(
  'today',
  today,
  {
    readToday,
    listInbox,
    markRead,
    markAllRead,
    readNoticeSettings,
    changeNoticeSettings,
    recordSubscription,
    recordEmployeeRelation,
    notify,
    putTask,
    clearTask,
  },
  { minute },
);
