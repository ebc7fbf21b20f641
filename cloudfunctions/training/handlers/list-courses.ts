import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { learningsOf } from '../learning/seen-course';
import { lineOf, offeredLine } from '../rules/views';
import { store } from '../store';

export const listCourses: Handler<TrainingContract['listCourses']> = async ({ cursor, limit }, { caller }) => {
  const { personId, branchId } = personOf(caller);
  const [mine, page] = await Promise.all([
    learningsOf(personId),
    store.courses.page({
      where: { state: 'published', branchId: is.among([null, branchId]) },
      ...{ sortedBy: 'sort', direction: 'desc', cursor, limit, fields: ['published', 'sort'] as const },
    }),
  ]);
  const byCourse = new Map(mine.map((learning) => [learning.courseId, learning]));
  const items = page.items.flatMap(({ _id, published }) => {
    if (!published) return [];
    const learning = byCourse.get(_id);
    return [
      learning
        ? lineOf(learning, mine)
        : offeredLine({ courseId: _id, title: published.title, locks: published.locks }, mine),
    ];
  });
  return { items, next: page.next };
};
