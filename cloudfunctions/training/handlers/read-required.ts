import type { TrainingContract } from '../../../shared/training/contract';
import { mostLearnings } from '../../../shared/training/learning';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { passedUntil, renewedAmong, requiredBetween } from '../rules/required';
import { store } from '../store';

/** One request; one more where somebody may have missed a new version. */
export const readRequired: Handler<TrainingContract['readRequired']> = async ({ personId, from, to, renewedSince }) => {
  const mine = await store.learnings.list({
    ...{ where: { personId }, limit: mostLearnings },
    fields: ['courseId', 'title', 'state', 'progressPercent', 'dueOn', 'version', 'passedAt'],
  });
  const passed = renewedSince ? passedUntil(mine, renewedSince.day) : [];
  const courseIds = passed.map(({ courseId }) => courseId);
  const where = {
    ...{ _id: is.among(courseIds), state: 'published' },
    branchId: is.among([null, renewedSince?.branchId ?? null]),
  };
  const onOffer =
    passed.length === 0 ? [] : await store.courses.list({ where, limit: courseIds.length, fields: ['published'] });
  return { required: requiredBetween(mine, from, to), renewed: renewedAmong(passed, onOffer) };
};
