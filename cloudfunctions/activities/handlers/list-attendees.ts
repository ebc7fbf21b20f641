import type { ActivitiesContract } from '../../../shared/activities/contract';
import type { Handler } from '../../platform/serve';
import { organisedActivity, viewerOf } from '../read-activity';
import { attendeeView } from '../rules/attendees';
import { store } from '../store';

export const listAttendees: Handler<ActivitiesContract['listAttendees']> = async (
  { activityId, cursor, limit },
  { caller },
) => {
  await organisedActivity(activityId, viewerOf(caller));
  const { items, next } = await store.enrolments.page({
    where: { activityId },
    ...{ sortedBy: 'sort', direction: 'asc', cursor, limit },
  });
  return { items: items.map(attendeeView), next };
};
