import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { placeOf } from '../../../shared/kernel/places';
import { keysOfMember } from '../../../shared/people/audience';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { BoundIdentity } from '../../platform/identity';
import type { Handler } from '../../platform/serve';
import { placeKeyOf, type StoredActivity } from '../documents';
import { shownActivity, viewerOf, visibleActivity } from '../read-activity';
import { checkSignUp } from '../rules/activity';
import { moveUp, settlePlace } from '../seats/settle';
import { leavePlace, takePlace } from '../seats/take-place';

/** The fee is taken with the seat; without enough points the seat goes to who waits. */
async function settled(activity: StoredActivity, person: BoundIdentity, now: Date): Promise<StoredActivity> {
  const outcome = await settlePlace(activity, person.personId, person, now);
  if (outcome === 'settled') return activity;
  if (outcome === 'later') return refuse('wait_and_repeat');
  const left = await leavePlace(activity, person.personId, {}, now);
  if (left) await moveUp(left, now);
  return refuse('points_not_enough', outcome);
}

/**
 * One conditional update without reading first, then the enrolment. Whoever is there already is answered so, whatever
 * the request; a sign-up that was given up stays given up.
 */
export const signUp: Handler<ActivitiesContract['signUp']> = async (input, { caller, now }) => {
  const { activityId, feePoints, requestId } = input;
  const viewer = viewerOf(caller);
  const person = personOf(caller);
  const place = { personId: person.personId, key: placeKeyOf(person.personId, requestId) };
  const open = { feePoints, audienceKeys: is.among(keysOfMember(viewer)) };
  const taken = await takePlace(activityId, open, place, now);
  if (taken) return shownActivity(await settled(taken, person, now), null, viewer);
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  if (activity.leftKeys.includes(place.key)) return shownActivity(activity, enrolment, viewer);
  if (placeOf(activity, person.personId)) return shownActivity(await settled(activity, person, now), enrolment, viewer);
  checkSignUp(activity, feePoints, instant(now));
  // Organisers from elsewhere see it, so they may come.
  const guest = await takePlace(activityId, { feePoints }, place, now);
  if (guest) return shownActivity(await settled(guest, person, now), enrolment, viewer);
  return activity.seatsLeft > 0 ? refuse('wait_and_repeat') : refuse('waiting_list_full');
};
