import { minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { tellOwners } from '../certificates/issue';
import { settleLearnings } from '../enrolling/settle-learning';
import { finishAttempts } from '../exam/finish-attempt';
import { tellAllConfirmed } from '../skills/tell-confirmed';
import { countSkills } from './count-skills';
import { markLeavers } from './mark-leavers';
import { remindLearners } from './remind-learners';
import { takeBackAssignments } from './take-back-assignments';
import { walkAssignments } from './walk-assignments';

/** What the timer does each minute: what ran out of time, what was cut off, then what is to be given and said. */
export const minute: Job = async (now) => ({
  judged: await finishAttempts(now),
  told: await settleLearnings(minutesAfter(now, -1), now),
  certified: await tellOwners(minutesAfter(now, -1), now),
  confirmed: await tellAllConfirmed(minutesAfter(now, -1), now),
  takenBack: await takeBackAssignments(now),
  walked: await walkAssignments(now),
  leavers: await markLeavers(now),
  reminded: await remindLearners(now),
  counted: await countSkills(now),
});
