import { minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { finishAttendances } from '../check-in/attend';
import { finishAllVisits } from '../check-in/visit';
import { settleAllPhotos } from '../photos/settle-photos';
import { finishActivities } from '../seats/finish-activities';
import { announceActivities } from './announce';
import { remindSeated } from './remind';

/** What the timer does each minute: what was cut off, then what is to be told. */
export const minute: Job = async (now) => {
  const quietSince = minutesAfter(now, -1);
  return {
    settled: await finishActivities(quietSince, now),
    earned: await finishAttendances(quietSince, now),
    visited: await finishAllVisits(quietSince),
    pictured: await settleAllPhotos(quietSince, now),
    announced: await announceActivities(now),
    reminded: await remindSeated(now),
  };
};
