import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';
import { checkedPrerequisites } from '../authoring/prerequisites';
import { publicationOf, remembering } from '../rules/course';
import { draftView } from '../rules/draft-view';
import { store } from '../store';

/**
 * A version bears the number of the draft that it was, so that its documents are the same however often they are
 * written; nobody reads them before the course points to them, which is the last stroke.
 */
export const publishCourse: Handler<TrainingContract['publishCourse']> = async (input, { caller, now }) => {
  const { courseId, draftVersion, requestId } = input;
  const course = await authoredCourse(courseId, caller);
  const isOut = course.published?.version === draftVersion && course.state === 'published';
  if (isOut || course.lastRequestIds.includes(requestId)) return draftView(course);
  if (course.draftVersion !== draftVersion) return refuse('course_changed');
  const locks = await checkedPrerequisites({ courseId, branchId: course.branchId }, course.prerequisites);
  const { published, version, lessons, paper } = publicationOf(course, locks);
  if (course.published?.version !== draftVersion) {
    await Promise.all([
      ...lessons.map((lesson) => store.lessons.put(lesson)),
      store.papers.put(paper),
      store.versions.put(version),
    ]);
  }
  const lastRequestIds = remembering(course.lastRequestIds, requestId);
  const changed = await store.courses.changeOne(
    { _id: courseId, draftVersion },
    { published: by.exactly(published), state: 'published', lastRequestIds, changedAt: instant(now) },
  );
  return changed ? draftView(changed) : refuse('course_changed');
};
