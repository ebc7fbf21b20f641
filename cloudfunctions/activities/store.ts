import { collection } from '../platform/db';
import type { StoredActivity, StoredEnrolment, StoredPhotos, StoredRoutePoint } from './documents';

/** The collections of activities; their indexes are declared in function.json. */
export const store = {
  activities: collection<StoredActivity>('activities'),
  enrolments: collection<StoredEnrolment>('enrolments'),
  photos: collection<StoredPhotos>('activityPhotos'),
  routePoints: collection<StoredRoutePoint>('routePoints'),
};
