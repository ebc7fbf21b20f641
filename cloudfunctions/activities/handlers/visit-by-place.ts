import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import type { Handler } from '../../platform/serve';
import { finishVisits, visit } from '../check-in/visit';
import { viewerOf, visibleActivity } from '../read-activity';
import { believedFix, checkInOpen } from '../rules/activity';
import { pointOf, routeView } from '../rules/route';

export const visitByPlace: Handler<ActivitiesContract['visitByPlace']> = async (input, { caller, now }) => {
  const { activityId, pointId, requestId: _, ...measured } = input;
  const viewer = viewerOf(caller);
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  const { point } = pointOf(activity, pointId);
  if (enrolment?.visits[pointId]) {
    return routeView(activity, enrolment, (await finishVisits(enrolment)).visited, viewer);
  }
  checkInOpen(activity, instant(now), 'themselves');
  const sighting = { personId: viewer.personId, by: 'place', fix: believedFix(point, measured) } as const;
  const after = await visit(activity, enrolment, pointId, sighting, now);
  return routeView(activity, after.enrolment, after.visited, viewer);
};
