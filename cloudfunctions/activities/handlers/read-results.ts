import type { ActivitiesContract } from '../../../shared/activities/contract';
import type { Handler } from '../../platform/serve';
import { organisedActivity, viewerOf } from '../read-activity';
import { answersOf } from '../rules/attendees';
import { store } from '../store';

const mostAnswers = 1000;

export const readResults: Handler<ActivitiesContract['readResults']> = async ({ activityId }, { caller }) => {
  await organisedActivity(activityId, viewerOf(caller));
  const [seated, walkIns, attended, answered] = await Promise.all([
    store.enrolments.count({ activityId, state: 'seated' }),
    store.enrolments.count({ activityId, state: 'walkIn' }),
    store.enrolments.count({ activityId, isAttended: true }),
    store.enrolments.list({ where: { activityId, hasAnswered: true }, limit: mostAnswers, fields: ['feedback'] }),
  ]);
  return { seated, walkIns, attended, ...answersOf(answered) };
};
