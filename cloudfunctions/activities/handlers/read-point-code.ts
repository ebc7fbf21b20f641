import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { codeNow } from '../../platform/check-in-code';
import type { Handler } from '../../platform/serve';
import { routePointIdOf } from '../documents';
import { organisedActivity, viewerOf } from '../read-activity';
import { checkInOpen } from '../rules/activity';
import { pointOf } from '../rules/route';

export const readPointCode: Handler<ActivitiesContract['readPointCode']> = async (
  { activityId, pointId },
  { caller, now },
) => {
  const activity = await organisedActivity(activityId, viewerOf(caller));
  checkInOpen(activity, instant(now), 'themselves');
  return codeNow(routePointIdOf(activityId, pointOf(activity, pointId).id), now);
};
