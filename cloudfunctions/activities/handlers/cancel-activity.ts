import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { organisedActivity, shownActivity, viewerOf } from '../read-activity';
import { finishActivity } from '../seats/finish-activities';
import { store } from '../store';

/** The first fifty get their fee back at once, the rest with the following minutes. */
export const cancelActivity: Handler<ActivitiesContract['cancelActivity']> = async (input, { caller, now }) => {
  const { activityId, reason } = input;
  const viewer = viewerOf(caller);
  const activity = await organisedActivity(activityId, viewer);
  const at = instant(now);
  if (activity.state === 'cancelled') return shownActivity(activity, null, viewer);
  const cancelled = await store.activities.changeOne(
    { _id: activityId, state: 'open', startsAt: is.above(at) },
    { state: 'cancelled', cancelReason: reason, remindAt: null, version: by.adding(1), pendingSince: at },
  );
  if (!cancelled) return refuse('activity_over');
  await finishActivity(cancelled, now);
  return shownActivity((await store.activities.read(activityId)) ?? cancelled, null, viewer);
};
