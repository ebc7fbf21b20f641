import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { visitedPoints } from '../check-in/visit';
import { viewerOf, visibleActivity } from '../read-activity';
import { mayOrganise } from '../rules/activity';
import { checkNotEnded, checkVisitedStay, isSameRoute, routeView } from '../rules/route';
import { store } from '../store';

/** Set again, the later one holds. */
export const setRoute: Handler<ActivitiesContract['setRoute']> = async (input, { caller, now }) => {
  const { activityId, requestId: _, ...route } = input;
  const viewer = viewerOf(caller);
  const [{ activity, enrolment }, visited] = await Promise.all([
    visibleActivity(activityId, viewer),
    visitedPoints(activityId),
  ]);
  if (!mayOrganise(activity, viewer)) return refuse('activity_not_found');
  checkNotEnded(activity, instant(now));
  if (isSameRoute(activity.route, route)) return routeView(activity, enrolment, visited, viewer);
  checkVisitedStay(activity.route, route, visited);
  const { version } = activity;
  const set = await store.activities.changeOne(
    { _id: activityId, version },
    { route: by.exactly(route), version: by.adding(1) },
  );
  return set ? routeView(set, enrolment, visited, viewer) : refuse('wait_and_repeat');
};
