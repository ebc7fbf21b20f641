import { minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { followInterviews } from '../interviews';
import { followPapers } from '../papers/papers';

/** What the timer does each minute: what was cut off. */
export const minute: Job = async (now) => {
  const quietSince = minutesAfter(now, -1);
  return { followed: await followInterviews(quietSince, now), issued: await followPapers(quietSince, now) };
};
