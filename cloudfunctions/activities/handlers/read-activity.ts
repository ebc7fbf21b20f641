import type { ActivitiesContract } from '../../../shared/activities/contract';
import type { Handler } from '../../platform/serve';
import { viewerOf, visibleActivity } from '../read-activity';
import { activityView } from '../rules/activity';

export const readActivity: Handler<ActivitiesContract['readActivity']> = async ({ activityId }, { caller }) => {
  const viewer = viewerOf(caller);
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  return activityView(activity, enrolment, viewer);
};
