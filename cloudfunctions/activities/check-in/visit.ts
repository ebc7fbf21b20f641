import { mostRoutePoints } from '../../../shared/activities/route';
import { instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import {
  enrolmentIdOf,
  routePointIdOf,
  type StoredActivity,
  type StoredEnrolment,
  type StoredRoutePoint,
} from '../documents';
import { store } from '../store';
import { attend, type Sighting } from './attend';

const atOnce = 50;

/** What a route's points know of those who were there. */
export const visitedPoints = (activityId: string) =>
  store.routePoints.list({ where: { activityId }, sortedBy: 'pointId', limit: mostRoutePoints });

/** Who was there, and all that the points of the route know then. */
interface Visited {
  enrolment: StoredEnrolment;
  visited: StoredRoutePoint[];
}

/**
 * Somebody is at a point of the route, once; whoever is at a point came to the activity. The visit is written onto the
 * enrolment, then the person joins the point's set: that is safe to repeat, so what was cut off the sweep does again.
 */
export async function visit(
  activity: StoredActivity,
  enrolment: StoredEnrolment | null,
  pointId: string,
  sighting: Sighting,
  now: Date,
): Promise<Visited> {
  if (!enrolment?.isAttended) await attend(activity, sighting, now);
  const at = instant(now);
  const { personId, by: visitedBy, fix } = sighting;
  const _id = enrolmentIdOf(activity._id, personId);
  const seen = await store.enrolments.changeOne(
    { _id, [`visits.${pointId}`]: is.absent() },
    { [`visits.${pointId}`]: by.exactly({ at, by: visitedBy, fix }), visitSince: at },
  );
  const there = seen ?? (await store.enrolments.read(_id));
  return there ? finishVisits(there) : refuse('wait_and_repeat');
}

async function join(activityId: string, pointId: string, personId: string): Promise<StoredRoutePoint> {
  const _id = routePointIdOf(activityId, pointId);
  const joining = { visitorIds: by.joining(personId) };
  const joined = await store.routePoints.changeOne({ _id }, joining);
  if (joined) return joined;
  const first: StoredRoutePoint = { _id, activityId, pointId, visitorIds: [personId] };
  if (await store.routePoints.insert(first)) return first;
  return (await store.routePoints.changeOne({ _id }, joining)) ?? first;
}

/** Every point that an enrolment says was visited knows it. */
export async function finishVisits(enrolment: StoredEnrolment): Promise<Visited> {
  const { _id, activityId, personId, visits, visitSince } = enrolment;
  const known = await visitedPoints(activityId);
  if (visitSince === null) return { enrolment, visited: known };
  const knows = (id: string) =>
    known.some(({ pointId, visitorIds }) => pointId === id && visitorIds.includes(personId));
  const joined: StoredRoutePoint[] = [];
  for (const id of Object.keys(visits)) if (!knows(id)) joined.push(await join(activityId, id, personId));
  await store.enrolments.changeOne({ _id, visitSince }, { visitSince: null });
  const others = known.filter((one) => !joined.some(({ pointId }) => pointId === one.pointId));
  return { enrolment, visited: [...others, ...joined] };
}

/** Visits that were cut off before their point knew them. */
export async function finishAllVisits(quietSince: Instant): Promise<number> {
  const found = await store.enrolments.list({ where: { visitSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, finishVisits);
  return found.length;
}
