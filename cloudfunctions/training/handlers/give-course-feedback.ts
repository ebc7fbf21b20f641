import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { feedbackView } from '../rules/course-feedback';
import { learningIdOf } from '../rules/ids';
import { store } from '../store';

/** One of each learner, the latest; figures show it with four others at least, and never with a name. */
export const giveCourseFeedback: Handler<TrainingContract['giveCourseFeedback']> = async (input, { caller, now }) => {
  const { courseId, useful, clear, words, requestId } = input;
  const { personId } = personOf(caller);
  const _id = learningIdOf(personId, courseId);
  const learning = await store.learnings.read(_id);
  if (learning?.state !== 'passed') return refuse('course_not_passed');
  const { feedback: earlier } = learning;
  if (earlier?.requestId === requestId) return feedbackView(earlier);
  if (words && words !== earlier?.words) {
    const verdict = await ask('wechat', 'checkText', { personId, scene: 'comment', text: words }, now);
    if (!verdict.ok) return refuse('wait_and_repeat');
    if (verdict.data.suggest === 'risky') return refuse('text_refused');
  }
  const feedback = by.exactly({ useful, clear, words, requestId });
  const change = { feedback, feedbackAt: instant(now), factsVersion: by.adding(1) };
  const kept = await store.learnings.changeOne({ _id, factsVersion: learning.factsVersion }, change);
  return kept?.feedback ? feedbackView(kept.feedback) : refuse('wait_and_repeat');
};
