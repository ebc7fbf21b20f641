import { minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { recountStale } from '../boards';
import { followImprovements } from '../improvements';
import { followInterviews } from '../interviews';
import { followLeavings } from '../leavings';
import { followPapers } from '../papers/papers';
import { followAllWords } from '../past-leavings';

/** What the timer does each minute: what was cut off, then what has to be counted anew. */
export const minute: Job = async (now) => {
  const quietSince = minutesAfter(now, -1);
  return {
    interviews: await followInterviews(quietSince, now),
    papers: await followPapers(quietSince, now),
    leavings: await followLeavings(quietSince, now),
    words: await followAllWords(quietSince),
    improvements: await followImprovements(quietSince, now),
    boards: await recountStale(quietSince, now),
  };
};
