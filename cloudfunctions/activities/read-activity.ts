import type { Activity } from '../../shared/activities/activity';
import { refuse } from '../../shared/refusal';
import { type Caller, personOf } from '../platform/caller';
import { temporaryUrls } from '../platform/files';
import { addressesOf } from '../platform/pictures';
import { enrolmentIdOf, type StoredActivity, type StoredEnrolment } from './documents';
import { type ActivityHead, activityView, mayOrganise, maySee, rowView, type Viewer } from './rules/activity';
import { store } from './store';

export function viewerOf(caller: Caller): Viewer {
  const { personId, branchId, departmentName } = personOf(caller);
  return { personId, branchId, departmentName, roles: caller.roles, reach: caller.reach };
}

/** An activity and the caller's part in it. One for others is answered as if it were not there. */
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

const coverIdsOf = ({ cover }: Pick<StoredActivity, 'cover'>) => (cover ? [cover.fileId] : []);

/** The whole activity as one person sees it, with its cover: no request to the database. */
export async function shownActivity(
  activity: StoredActivity,
  enrolment: StoredEnrolment | null,
  viewer: Viewer,
): Promise<Activity> {
  const urls = await temporaryUrls(coverIdsOf(activity));
  return { ...activityView(activity, enrolment, viewer), coverUrl: urls.get(activity.cover?.fileId ?? '') ?? null };
}

/** Activities as a list shows them, with what this person has to do with each: no request to the database. */
export async function shownRows(
  rows: readonly { activity: ActivityHead; enrolment: StoredEnrolment | null }[],
  viewer: Viewer,
): Promise<Activity[]> {
  const urls = await addressesOf(rows.flatMap(({ activity }) => coverIdsOf(activity)));
  return rows.map(({ activity, enrolment }) => ({
    ...rowView(activity, enrolment, viewer),
    coverUrl: urls.get(activity.cover?.fileId ?? '') ?? null,
  }));
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
  'audience',
  'audienceKeys',
  'branchId',
  'organisers',
  'organiserIds',
  'allowsWalkIns',
  'route',
  'cover',
  'state',
  'cancelReason',
  'remindAt',
  'sort',
] as const satisfies readonly (keyof StoredActivity)[];
