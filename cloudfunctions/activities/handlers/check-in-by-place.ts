import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import type { Handler } from '../../platform/serve';
import { attend } from '../check-in/attend';
import { viewerOf, visibleActivity } from '../read-activity';
import { activityView, believedFix, checkInOpen } from '../rules/activity';

export const checkInByPlace: Handler<ActivitiesContract['checkInByPlace']> = async (input, { caller, now }) => {
  const { activityId, requestId: _, ...measured } = input;
  const viewer = viewerOf(caller);
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  if (enrolment?.isAttended) return activityView(activity, enrolment, viewer);
  checkInOpen(activity, instant(now), 'themselves');
  const fix = believedFix(activity.point, measured);
  const there = await attend(activity, { personId: viewer.personId, by: 'place', fix }, now);
  return activityView(activity, there, viewer);
};
