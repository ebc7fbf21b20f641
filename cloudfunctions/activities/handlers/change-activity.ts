import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { colleaguesNamed } from '../../platform/colleagues-named';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { shownActivity, viewerOf, visibleActivity } from '../read-activity';
import { mayOrganise } from '../rules/activity';
import { changedActivity } from '../rules/change-activity';
import { finishActivity } from '../seats/finish-activities';
import { store } from '../store';

/** What is asked for already is answered so, and nobody is told twice. */
export const changeActivity: Handler<ActivitiesContract['changeActivity']> = async (input, { caller, now }) => {
  const { activityId, requestId: _, organiserIds, ...terms } = input;
  const viewer = viewerOf(caller);
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  if (!mayOrganise(activity, viewer)) return refuse('activity_not_found');
  const organisers = await colleaguesNamed(organiserIds, activity.organisers, now);
  const change = changedActivity(activity, { ...terms, organisers }, instant(now));
  if (change === null) return shownActivity(activity, enrolment, viewer);
  const { announcements, point, ...rest } = change;
  const changed = await store.activities.changeOne(
    { _id: activityId, version: activity.version },
    { ...rest, point: by.exactly(point), announcements: by.appending(announcements) },
  );
  if (!changed) return refuse('wait_and_repeat');
  await finishActivity(changed, now);
  return shownActivity((await store.activities.read(activityId)) ?? changed, enrolment, viewer);
};
