import type { ActivitiesContract } from '../../../shared/activities/contract';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import { organisedActivity, viewerOf } from '../read-activity';
import { exportHeader, exportRow } from '../rules/attendees';
import { store } from '../store';

/** As many as have seats; walk-ins beyond that stay out. */
const mostLines = 1000;

export const exportAttendees: Handler<ActivitiesContract['exportAttendees']> = async ({ activityId }, { caller }) => {
  await organisedActivity(activityId, viewerOf(caller));
  const found = await store.enrolments.list({ where: { activityId }, sortedBy: 'sort', limit: mostLines });
  return { csv: spreadsheetOf(exportHeader, found.map(exportRow)), lines: found.length };
};
