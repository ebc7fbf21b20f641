import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { isCodeFresh } from '../../platform/check-in-code';
import type { Handler } from '../../platform/serve';
import { attend } from '../check-in/attend';
import { shownActivity, viewerOf, visibleActivity } from '../read-activity';
import { checkInOpen } from '../rules/activity';

/** Whoever is checked in already is answered so, also when the code has moved on: the repeat of a tap comes later. */
export const checkInByCode: Handler<ActivitiesContract['checkInByCode']> = async (
  { activityId, code },
  { caller, now },
) => {
  const viewer = viewerOf(caller);
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  if (!enrolment?.isAttended) {
    checkInOpen(activity, instant(now), 'themselves');
    if (!isCodeFresh(activityId, code, now)) return refuse('check_in_code_stale');
  }
  const there = await attend(activity, { personId: viewer.personId, by: 'code', fix: null }, now);
  return shownActivity(activity, there, viewer);
};
