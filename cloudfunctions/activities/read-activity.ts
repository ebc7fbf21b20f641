import { refuse } from '../../shared/refusal';
import { type Caller, personOf } from '../platform/caller';
import { enrolmentIdOf, type StoredActivity, type StoredEnrolment } from './documents';
import { mayOrganise, maySee, type Viewer } from './rules/activity';
import { store } from './store';

export function viewerOf(caller: Caller): Viewer {
  const { personId, branchId } = personOf(caller);
  return { personId, branchId, reach: caller.reach };
}

/** An activity and the caller's part in it. One of another branch is answered as if it were not there. */
export async function visibleActivity(
  activityId: string,
  viewer: Viewer,
): Promise<{ activity: StoredActivity; enrolment: StoredEnrolment | null }> {
  const [activity, enrolment] = await Promise.all([
    store.activities.read(activityId),
    store.enrolments.read(enrolmentIdOf(activityId, viewer.personId)),
  ]);
  if (!activity || !maySee(activity, viewer)) return refuse('activity_not_found');
  return { activity, enrolment };
}

/** An activity that the caller organises; to everybody else it is as if it were not there. */
export async function organisedActivity(activityId: string, viewer: Viewer): Promise<StoredActivity> {
  const activity = await store.activities.read(activityId);
  return activity && mayOrganise(activity, viewer) ? activity : refuse('activity_not_found');
}

/** What lists read: who has a seat stays out, it is long. */
export const headFields = [
  'title',
  'kind',
  'about',
  'place',
  'point',
  'startsAt',
  'endsAt',
  'signUpClosesAt',
  'quota',
  'seatsLeft',
  'feePoints',
  'branchId',
  'organisers',
  'organiserIds',
  'allowsWalkIns',
  'route',
  'state',
  'cancelReason',
  'remindAt',
  'sort',
] as const satisfies readonly (keyof StoredActivity)[];
