import { minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { forgetTries, settleTries } from '../settle-try';
import { announceQuizzes } from './announce-quizzes';
import { countQuizzes } from './count-quizzes';

/** Each minute: what was cut off, what opens or was taken back, what has closed, what is kept no longer. */
export const minute: Job = async (now) => ({
  settled: await settleTries(minutesAfter(now, -1), now),
  announced: await announceQuizzes(now),
  counted: await countQuizzes(now),
  forgotten: await forgetTries(now),
});
