import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { codeNow } from '../../platform/check-in-code';
import type { Handler } from '../../platform/serve';
import { organisedActivity, viewerOf } from '../read-activity';
import { checkInOpen } from '../rules/activity';
import { store } from '../store';

export const readCheckInCode: Handler<ActivitiesContract['readCheckInCode']> = async (
  { activityId },
  { caller, now },
) => {
  const activity = await organisedActivity(activityId, viewerOf(caller));
  checkInOpen(activity, instant(now), 'themselves');
  const attended = await store.enrolments.count({ activityId, isAttended: true });
  return { ...codeNow(activityId, now), attended };
};
