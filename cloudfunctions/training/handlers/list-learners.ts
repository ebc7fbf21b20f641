import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { heldStates, isHeld, offeredCourse } from '../learning/seen-course';
import { learnerLine } from '../rules/views';
import { store } from '../store';

/** Of those who work here, or are about to. HR of a branch sees the learners of the branch, of whatever course. */
export const listLearners: Handler<TrainingContract['listLearners']> = async (input, { caller }) => {
  const { courseId, state, cursor, limit } = input;
  const { reach } = caller;
  if (!(await offeredCourse(courseId))) return refuse('course_not_found');
  const where = {
    courseId,
    isGone: false,
    ...(reach === 'everywhere' ? {} : { branchId: is.among([...reach]) }),
    state: state ?? is.among(heldStates),
  };
  const page = await store.learnings.page({ where, sortedBy: 'sort', direction: 'asc', cursor, limit });
  return { items: page.items.filter(isHeld).map(learnerLine), next: page.next };
};
