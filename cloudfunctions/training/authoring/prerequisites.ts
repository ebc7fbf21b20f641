import { refuse } from '../../../shared/refusal';
import type { Lock } from '../../../shared/training/learning';
import { is } from '../../platform/db';
import { store } from '../store';

/** Longer chains of prerequisites are a mistake. */
const mostSteps = 10;

/** The prerequisites by name. Refuses one that is not published, and a course that would wait for itself. */
export async function checkedPrerequisites(courseId: string, prerequisites: readonly string[]): Promise<Lock[]> {
  const locks: Lock[] = [];
  let wanted = [...new Set(prerequisites)];
  for (let step = 0; wanted.length > 0; step += 1) {
    if (step >= mostSteps || wanted.includes(courseId)) return refuse('course_prerequisite_wrong');
    const where = { _id: is.among(wanted), state: 'published' };
    const found = await store.courses.list({ where, limit: wanted.length, fields: ['title', 'prerequisites'] });
    if (step === 0) {
      if (found.length < wanted.length) return refuse('course_prerequisite_wrong');
      locks.push(...found.map(({ _id, title }) => ({ courseId: _id, title })));
    }
    wanted = [...new Set(found.flatMap((course) => course.prerequisites))].slice(0, 50);
  }
  return locks;
}
