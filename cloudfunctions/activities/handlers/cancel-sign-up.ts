import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { viewerOf, visibleActivity } from '../read-activity';
import { activityView, placeOf } from '../rules/activity';
import { fillVacancies, settlePlace } from '../seats/settle';
import { leavePlace } from '../seats/take-seat';
import { store } from '../store';

export const cancelSignUp: Handler<ActivitiesContract['cancelSignUp']> = async ({ activityId }, { caller, now }) => {
  const viewer = viewerOf(caller);
  const { personId } = viewer;
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  const place = placeOf(activity, personId);
  if (place && (instant(now) >= activity.startsAt || enrolment?.isAttended)) return refuse('activity_over');
  const left = place && (await leavePlace(activity, place, now));
  const current = left ?? activity;
  const entry = current.settling.find((one) => one.personId === personId && one.isGone);
  const settled = entry ? await settlePlace(current, entry, now) : 'settled';
  await fillVacancies(activityId, now);
  if (settled === 'later') return refuse('wait_and_repeat');
  return activityView((await store.activities.read(activityId)) ?? current, enrolment, viewer);
};
