import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { attend } from '../check-in/attend';
import { enrolmentIdOf } from '../documents';
import { organisedActivity, viewerOf } from '../read-activity';
import { checkInOpen } from '../rules/activity';
import { attendeeView } from '../rules/attendees';
import { store } from '../store';

/** Only who is on the list: a walk-in shows the code to their own phone. */
export const markAttended: Handler<ActivitiesContract['markAttended']> = async (
  { activityId, personId },
  { caller, now },
) => {
  const activity = await organisedActivity(activityId, viewerOf(caller));
  checkInOpen(activity, instant(now), 'organiser');
  if (!(await store.enrolments.read(enrolmentIdOf(activityId, personId)))) return refuse('check_in_not_signed_up');
  const closed = { ...activity, allowsWalkIns: false };
  return attendeeView(await attend(closed, { personId, by: 'organiser', fix: null }, now));
};
