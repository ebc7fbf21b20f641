import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { enrolmentIdOf } from '../documents';
import { shownActivity, viewerOf, visibleActivity } from '../read-activity';
import { checkFeedbackOpen } from '../rules/activity';
import { store } from '../store';
import { clearTask } from '../tell';

/** Given again, the later one holds. */
export const giveFeedback: Handler<ActivitiesContract['giveFeedback']> = async (input, { caller, now }) => {
  const { activityId, rating, words, requestId } = input;
  const viewer = viewerOf(caller);
  const { personId } = viewer;
  const { activity, enrolment } = await visibleActivity(activityId, viewer);
  if (enrolment?.feedback?.requestId === requestId) return shownActivity(activity, enrolment, viewer);
  checkFeedbackOpen(activity, enrolment, instant(now));
  if (words) {
    const verdict = await ask('wechat', 'checkText', { personId, scene: 'comment', text: words }, now);
    if (!verdict.ok) return refuse('wait_and_repeat');
    if (verdict.data.suggest === 'risky') return refuse('text_refused');
  }
  const feedback = { rating, words, requestId, at: instant(now) };
  const given = await store.enrolments.changeOne(
    { _id: enrolmentIdOf(activityId, personId), isAttended: true },
    { hasAnswered: true, feedback: by.exactly(feedback) },
  );
  // A question that stays on 今天 closes by itself.
  await clearTask(activityId, 'after', [personId], now);
  return shownActivity(activity, given ?? refuse('feedback_not_attended'), viewer);
};
