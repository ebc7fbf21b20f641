import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { attend } from '../check-in/attend';
import { enrolmentIdOf } from '../documents';
import { organisedActivity, viewerOf } from '../read-activity';
import { checkInOpen } from '../rules/activity';
import { attendeeView, isLetIn } from '../rules/attendees';
import { store } from '../store';

/** Only who is on the list: a walk-in shows the code to their own phone. */
export const markAttended: Handler<ActivitiesContract['markAttended']> = async (
  { activityId, personId },
  { caller, now },
) => {
  const activity = await organisedActivity(activityId, viewerOf(caller));
  const at = instant(now);
  checkInOpen(activity, at, 'organiser');
  const enrolment = await store.enrolments.read(enrolmentIdOf(activityId, personId));
  if (!enrolment) return refuse('check_in_not_signed_up');
  const door = { ...activity, allowsWalkIns: isLetIn(activity, enrolment, at) };
  return attendeeView(await attend(door, { personId, by: 'organiser', fix: null }, now));
};
