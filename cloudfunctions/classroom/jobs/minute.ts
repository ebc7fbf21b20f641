import { minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { settleSessions } from '../roll/settle';
import { remindSessions } from './remind';

/** What the timer does each minute: what was cut off, then what is to be told. */
export const minute: Job = async (now) => ({
  settled: await settleSessions(minutesAfter(now, -1), now),
  reminded: await remindSessions(now),
});
