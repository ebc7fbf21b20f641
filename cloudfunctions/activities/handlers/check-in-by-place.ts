import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import type { Handler } from '../../platform/serve';
import { attend } from '../check-in/attend';
import { shownActivity, viewerOf, visibleActivity } from '../read-activity';
import { believedFix, checkInOpen } from '../rules/activity';

export const checkInByPlace: Handler<ActivitiesContract['checkInByPlace']> = async (input, { caller, now }) => {
  const { activityId, requestId: _, ...measured } = input;
  const viewer = viewerOf(caller);
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  if (enrolment?.isAttended) return shownActivity(activity, enrolment, viewer);
  checkInOpen(activity, instant(now), 'themselves');
  const fix = believedFix(activity.point, measured);
  const there = await attend(activity, { personId: viewer.personId, by: 'place', fix }, now);
  return shownActivity(activity, there, viewer);
};
