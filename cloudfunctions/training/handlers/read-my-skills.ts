import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { learningsOf } from '../learning/seen-course';
import { mySkills, standsOf, wantedOf } from '../rules/skills';
import { confirmationsOf, provingCourses, skillNeeds } from '../skills/proofs';

/** Four requests; one where nothing is wanted. */
export const readMySkills: Handler<TrainingContract['readMySkills']> = async (_, { caller }) => {
  const { personId, branchId, position, departmentName } = personOf(caller);
  const post = { position, departmentName };
  const { needs } = await skillNeeds();
  const wanted = wantedOf(needs, post).map(({ skill }) => skill);
  if (wanted.length === 0) return { items: [], next: null };
  const [courses, mine, confirmations] = await Promise.all([
    provingCourses(wanted),
    learningsOf(personId),
    confirmationsOf([personId], wanted.length),
  ]);
  const byCourse = new Map(courses.map((course) => [course.courseId, course]));
  const passed = mine.filter(({ state }) => state === 'passed');
  return mySkills(standsOf(needs, post, { passed, courses: byCourse, confirmations }), courses, mine, branchId);
};
