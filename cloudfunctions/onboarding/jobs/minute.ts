import { dayOf, minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { removeOldCards } from '../cards';
import { removeDuePapers } from '../papers';
import { finishPapers, finishRuns, wakeRuns } from './sweep';

/** What the timer does each minute: what was cut off, then what the clock brings, then what is to go. */
export const minute: Job = async (now) => {
  const quietSince = minutesAfter(now, -1);
  const today = dayOf(now);
  return {
    papers: await finishPapers(quietSince, now),
    finished: await finishRuns(quietSince, now),
    awoken: await wakeRuns(now),
    removedPapers: await removeDuePapers(today),
    removedCards: await removeOldCards(today),
  };
};
