import { collection } from '../platform/db';
import type { StoredActivity, StoredEnrolment, StoredRoutePoint } from './documents';

/** The collections of activities; their indexes are declared in function.json. */
export const store = {
  activities: collection<StoredActivity>('activities'),
  enrolments: collection<StoredEnrolment>('enrolments'),
  routePoints: collection<StoredRoutePoint>('routePoints'),
};
