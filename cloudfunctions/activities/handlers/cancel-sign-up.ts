import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { placeOf } from '../../../shared/kernel/places';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { shownActivity, viewerOf, visibleActivity } from '../read-activity';
import { moveUp, settleGone } from '../seats/settle';
import { leavePlace } from '../seats/take-place';
import { store } from '../store';

export const cancelSignUp: Handler<ActivitiesContract['cancelSignUp']> = async ({ activityId }, { caller, now }) => {
  const viewer = viewerOf(caller);
  const { personId } = viewer;
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  const at = instant(now);
  const hasPlace = placeOf(activity, personId) !== null;
  if (hasPlace && (at >= activity.startsAt || enrolment?.isAttended)) return refuse('activity_over');
  const left = hasPlace ? await leavePlace(activity, personId, { startsAt: is.above(at) }, now) : activity;
  const current = left ?? (await store.activities.read(activityId)) ?? activity;
  if (placeOf(current, personId)) return refuse('wait_and_repeat');
  const gone = current.gone.find((one) => one.personId === personId);
  const isSettled = gone === undefined || (await settleGone(current, gone, now));
  const after = await moveUp(current, now);
  return isSettled ? shownActivity(after, enrolment, viewer) : refuse('wait_and_repeat');
};
