import { instant } from '../../../shared/kernel/day';
import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';
import { draftView } from '../rules/draft-view';
import { store } from '../store';

export const retireCourse: Handler<TrainingContract['retireCourse']> = async ({ courseId }, { caller, now }) => {
  const course = await authoredCourse(courseId, caller);
  const where = { _id: courseId, state: 'published' };
  const retired = await store.courses.changeOne(where, { state: 'retired', changedAt: instant(now) });
  return draftView(retired ?? course);
};
