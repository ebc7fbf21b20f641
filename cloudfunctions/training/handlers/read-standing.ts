import type { TrainingContract } from '../../../shared/training/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { learningIdOf } from '../rules/ids';
import { store } from '../store';

export const readStanding: Handler<TrainingContract['readStanding']> = async ({ personIds, courseIds }) => {
  const pairs = personIds.flatMap((personId) => courseIds.map((courseId) => ({ personId, courseId })));
  const ids = pairs.map(({ personId, courseId }) => learningIdOf(personId, courseId));
  const found = await store.learnings.list({
    where: { _id: is.among(ids) },
    limit: ids.length,
    fields: ['state', 'progressPercent', 'passedAt', 'dueOn'],
  });
  const byId = new Map(found.map((learning) => [learning._id, learning]));
  const items = pairs.map(({ personId, courseId }) => {
    const {
      state: stored = null,
      progressPercent = 0,
      passedAt = null,
      dueOn = null,
    } = byId.get(learningIdOf(personId, courseId)) ?? {};
    const state = stored === 'takenBack' ? null : stored;
    return { personId, courseId, state, progressPercent, passedAt, dueOn };
  });
  return { items };
};
