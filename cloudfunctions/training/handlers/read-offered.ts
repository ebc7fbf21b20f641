import type { TrainingContract } from '../../../shared/training/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const readOffered: Handler<TrainingContract['readOffered']> = async ({ courseIds, branchId }) => {
  const where = { _id: is.among(courseIds), state: 'published', branchId: is.among([null, branchId]) };
  const found = await store.courses.list({ where, limit: courseIds.length, fields: ['title', 'published'] });
  return {
    items: found.map(({ _id: courseId, title, published }) => ({ courseId, title: published?.title ?? title })),
  };
};
