import type { ActivitiesContract } from '../../../shared/activities/contract';
import type { Handler } from '../../platform/serve';
import { visitedPoints } from '../check-in/visit';
import { viewerOf, visibleActivity } from '../read-activity';
import { routeView } from '../rules/route';

export const readRoute: Handler<ActivitiesContract['readRoute']> = async ({ activityId }, { caller }) => {
  const viewer = viewerOf(caller);
  const [{ activity, enrolment }, visited] = await Promise.all([
    visibleActivity(activityId, viewer),
    visitedPoints(activityId),
  ]);
  return routeView(activity, enrolment, visited, viewer);
};
