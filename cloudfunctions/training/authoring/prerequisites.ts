import { refuse } from '../../../shared/refusal';
import type { Lock } from '../../../shared/training/course';
import { is } from '../../platform/db';
import { store } from '../store';

/** Longer chains of prerequisites are a mistake. */
const mostSteps = 10;

/** Who may learn a course may learn what has to be passed before: what is for everybody, or for the same branch. */
export const branchesBefore = (branchId: string | null) => is.among([null, branchId]);

/**
 * The prerequisites by name, in their order. Refuses one that is not published or not for the same people, and a course
 * that would wait for itself.
 */
export async function checkedPrerequisites(
  { courseId, branchId }: { courseId: string; branchId: string | null },
  prerequisites: readonly string[],
): Promise<Lock[]> {
  const titles = new Map<string, string>();
  let wanted = [...new Set(prerequisites)];
  for (let step = 0; wanted.length > 0; step += 1) {
    if (step >= mostSteps || wanted.includes(courseId)) return refuse('course_prerequisite_wrong');
    const where = { _id: is.among(wanted), state: 'published', branchId: branchesBefore(branchId) };
    const found = await store.courses.list({ where, limit: wanted.length, fields: ['title', 'prerequisites'] });
    if (step === 0) {
      if (found.length < wanted.length) return refuse('course_prerequisite_wrong');
      for (const { _id, title } of found) titles.set(_id, title);
    }
    wanted = [...new Set(found.flatMap((course) => course.prerequisites))].slice(0, 50);
  }
  return [...titles.keys()]
    .sort((one, other) => prerequisites.indexOf(one) - prerequisites.indexOf(other))
    .map((one) => ({ courseId: one, title: titles.get(one) ?? '' }));
}
