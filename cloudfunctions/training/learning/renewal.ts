import type { HeldLearning, PublishedCourse } from '../documents';
import { learningIdOf } from '../rules/ids';
import { store } from '../store';
import { isHeld, offeredCourse } from './seen-course';

/** What is published of a course since somebody passed it; null where there is nothing newer. Two requests. */
export async function renewalOf(
  personId: string,
  courseId: string,
): Promise<{ learning: HeldLearning; published: PublishedCourse } | null> {
  const [learning, course] = await Promise.all([
    store.learnings.read(learningIdOf(personId, courseId)),
    offeredCourse(courseId),
  ]);
  if (!learning || !isHeld(learning) || learning.state !== 'passed' || learning.version === null) return null;
  const { published = null, state = null } = course ?? {};
  if (state !== 'published' || published === null || published.version <= learning.version) return null;
  return { learning, published };
}
