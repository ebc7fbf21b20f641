import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { smallestGroup } from '../../../shared/training/course-feedback';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { heldStates } from '../learning/seen-course';
import { learningIdOf } from '../rules/ids';
import { store } from '../store';

/** Of those who work here: my department, or the whole company where my department is too small to stay unnamed. */
export const readSharedGoal: Handler<TrainingContract['readSharedGoal']> = async ({ courseId }, { caller }) => {
  const { personId, departmentName } = personOf(caller);
  const learning = await store.learnings.read(learningIdOf(personId, courseId));
  if (!learning) return refuse('course_not_found');
  for (const [group, where] of [
    [departmentName, { courseId, departmentName }],
    ['全公司', { courseId }],
  ] as const) {
    const of = await store.learnings.count({ ...where, isGone: false, state: is.among(heldStates) });
    if (of < smallestGroup) continue;
    const finished = await store.learnings.count({ ...where, isGone: false, state: 'passed' });
    return { goal: { group, finished, of, title: learning.title } };
  }
  return { goal: null };
};
