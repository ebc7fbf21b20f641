import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { isCodeFresh } from '../../platform/check-in-code';
import type { Handler } from '../../platform/serve';
import { visit } from '../check-in/visit';
import { routePointIdOf } from '../documents';
import { viewerOf, visibleActivity } from '../read-activity';
import { checkInOpen } from '../rules/activity';
import { pointOf, routeView } from '../rules/route';

/** Whoever was at this point already is answered so, also when the code has moved on. */
export const visitByCode: Handler<ActivitiesContract['visitByCode']> = async (input, { caller, now }) => {
  const { activityId, pointId, code } = input;
  const viewer = viewerOf(caller);
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  pointOf(activity, pointId);
  if (!enrolment?.visits[pointId]) {
    checkInOpen(activity, instant(now), 'themselves');
    if (!isCodeFresh(routePointIdOf(activityId, pointId), code, now)) return refuse('check_in_code_stale');
  }
  const sighting = { personId: viewer.personId, by: 'code', fix: null } as const;
  const after = await visit(activity, enrolment, pointId, sighting, now);
  return routeView(activity, after.enrolment, after.visited, viewer);
};
