import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { placeKeyOf } from '../documents';
import { viewerOf, visibleActivity } from '../read-activity';
import { activityView, checkSignUpOpen, placeOf } from '../rules/activity';
import { fillVacancies, settlePlace } from '../seats/settle';
import { takePlace } from '../seats/take-seat';
import { store } from '../store';

/** Whoever is there already is answered so, whatever the request; a sign-up that was given up stays given up. */
export const signUp: Handler<ActivitiesContract['signUp']> = async ({ activityId, requestId }, { caller, now }) => {
  const viewer = viewerOf(caller);
  const { personId } = viewer;
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  const place = { personId, key: placeKeyOf(personId, requestId) };
  if (enrolment?.leftKeys.includes(place.key)) return activityView(activity, enrolment, viewer);
  if (!placeOf(activity, personId)) checkSignUpOpen(activity, instant(now));
  const after = placeOf(activity, personId) ? activity : await takePlace(activity, place, now);
  const current = after ?? (await store.activities.read(activityId)) ?? activity;
  if (!placeOf(current, personId)) {
    checkSignUpOpen(current, instant(now));
    return refuse('waiting_list_full');
  }
  const entry = current.settling.find((one) => one.personId === personId && !one.isGone);
  const settled = entry ? await settlePlace(current, entry, now) : 'settled';
  if (settled === 'later') return refuse('wait_and_repeat');
  if (settled !== 'settled') {
    await fillVacancies(activityId, now);
    return refuse('points_not_enough', settled);
  }
  return activityView(current, enrolment, viewer);
};
