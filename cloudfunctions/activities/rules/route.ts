import type { Route, RoutePoint, RouteView } from '../../../shared/activities/route';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { StoredActivity, StoredEnrolment, StoredRoutePoint } from '../documents';
import { type ActivityHead, checkInWindow, mayOrganise, type Viewer } from './activity';

/** Refuses a change of what is over. */
export function checkNotEnded({ state, endsAt }: Pick<ActivityHead, 'state' | 'endsAt'>, at: Instant): void {
  if (state === 'cancelled') refuse('activity_cancelled');
  if (at > endsAt) refuse('activity_ended');
}

/** Refuses a route that leaves out a point where somebody has been: their check-in counts towards the goal. */
export function checkVisitedStay(before: Route | null, after: Route, visited: readonly StoredRoutePoint[]): void {
  const kept = new Set(after.points.map(({ id }) => id));
  const lost = before?.points.find(({ id }) => !kept.has(id) && countAt(visited, id) > 0);
  if (lost) refuse('route_point_visited', { name: lost.name });
}

const written = ({ id, name, point }: RoutePoint) =>
  JSON.stringify([id, name, point?.latitude, point?.longitude, point?.radiusMeters]);

/** Whether a route is the one that stands: set again, it changes nothing. */
export function isSameRoute(before: Route | null, after: Route): boolean {
  if (before?.goal !== after.goal || before.points.length !== after.points.length) return false;
  return before.points.map(written).join() === after.points.map(written).join();
}

const countAt = (visited: readonly StoredRoutePoint[], pointId: string) =>
  visited.find((one) => one.pointId === pointId)?.visitorIds.length ?? 0;

/** The point of this activity's route; refuses one that is not on it. */
export function pointOf({ route }: Pick<StoredActivity, 'route'>, pointId: string): RoutePoint {
  return route?.points.find(({ id }) => id === pointId) ?? refuse('route_point_not_found');
}

/** A route with how far everybody has come together, and where the reader has been. */
export function routeView(
  activity: StoredActivity,
  enrolment: StoredEnrolment | null,
  visited: readonly StoredRoutePoint[],
  viewer: Viewer,
): RouteView {
  const { _id, title, route, state, allowsWalkIns } = activity;
  if (!route) return refuse('route_not_set');
  const { from, until } = checkInWindow(activity);
  const points = route.points.map(({ id, name, point }) => {
    const visit = enrolment?.visits[id];
    const mine = { visitedAt: visit?.at ?? null, visitedBy: visit?.by ?? null };
    return { id, name, point, done: countAt(visited, id), ...mine };
  });
  const isIn = enrolment?.state === 'seated' || enrolment?.state === 'walkIn';
  return {
    ...{ activityId: _id, title, goal: route.goal, done: points.reduce((sum, { done }) => sum + done, 0), points },
    ...{ opensAt: from, closesAt: until, mayVisit: state === 'open' && (isIn || allowsWalkIns) },
    mayOrganise: mayOrganise(activity, viewer),
  };
}
