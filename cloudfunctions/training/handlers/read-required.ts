import type { TrainingContract } from '../../../shared/training/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { learningsOf } from '../learning/seen-course';
import { passedUntil, renewedAmong, requiredBetween } from '../rules/required';
import { store } from '../store';

/** One request; one more where somebody may have missed a new version. */
export const readRequired: Handler<TrainingContract['readRequired']> = async ({ personId, from, to, renewedSince }) => {
  const mine = await learningsOf(personId);
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
