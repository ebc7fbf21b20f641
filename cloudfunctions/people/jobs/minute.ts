import { dayOf } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { mendMovedStarts, startNewHires } from '../hiring';
import { continueBatches } from './continue-batches';
import { mendJoinings } from './mend-joinings';
import { mendRights } from './mend-rights';
import { purgeBatches } from './purge-batches';

/** Older than any live call: the function may run for 60 seconds, most calls for a few. */
const quietMillis = 60_000;

/** All sweeps of people, each safe to repeat and to overlap with itself. */
export const minute: Job = async (now) => {
  const quietSince = new Date(now.getTime() - quietMillis).toISOString();
  return {
    joinings: await mendJoinings(quietSince, now),
    rights: await mendRights(quietSince),
    started: await startNewHires(dayOf(now)),
    moved: await mendMovedStarts(quietSince, now),
    purged: await purgeBatches(now),
    pieces: await continueBatches(quietSince, now),
  };
};
