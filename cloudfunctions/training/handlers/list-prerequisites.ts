import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';
import { branchesBefore } from '../authoring/prerequisites';
import { store } from '../store';

export const listPrerequisites: Handler<TrainingContract['listPrerequisites']> = async (
  { courseId, cursor, limit },
  { caller },
) => {
  const { branchId } = await authoredCourse(courseId, caller);
  const page = await store.courses.page({
    where: { state: 'published', branchId: branchesBefore(branchId) },
    ...{ sortedBy: 'sort', direction: 'desc', cursor, limit, fields: ['title', 'sort'] as const },
  });
  const others = page.items.filter(({ _id }) => _id !== courseId);
  return { items: others.map(({ _id, title }) => ({ courseId: _id, title })), next: page.next };
};
