import { minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { settleSessions } from '../roll/settle';
import { clearLeavers } from './clear-leavers';
import { remindSessions } from './remind';

/** What the timer does each minute: what was cut off, then whose place is free, then what is to be told. */
export const minute: Job = async (now) => ({
  settled: await settleSessions(minutesAfter(now, -1), now),
  cleared: await clearLeavers(now),
  reminded: await remindSessions(now),
});
