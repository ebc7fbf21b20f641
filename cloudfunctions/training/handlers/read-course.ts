import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { attemptIdOf } from '../documents';
import { learningsOf, seenCourse } from '../learning/seen-course';
import { courseView } from '../rules/views';

/** Two requests: what I have, which says what locks a course, and the version that I see. */
export const readCourse: Handler<TrainingContract['readCourse']> = async ({ courseId }, { caller, now }) => {
  const { personId, branchId } = personOf(caller);
  const mine = await learningsOf(personId);
  const learning = mine.find((one) => one.courseId === courseId) ?? null;
  const seen = await seenCourse(courseId, learning, branchId);
  return courseView(seen, learning, mine, (number) => attemptIdOf(personId, courseId, number), now);
};
