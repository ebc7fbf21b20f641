import type { ActivitiesContract } from '../../../shared/activities/contract';
import type { Handler } from '../../platform/serve';
import { shownActivity, viewerOf, visibleActivity } from '../read-activity';

export const readActivity: Handler<ActivitiesContract['readActivity']> = async ({ activityId }, { caller }) => {
  const viewer = viewerOf(caller);
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  return shownActivity(activity, enrolment, viewer);
};
