import { refuse } from '../../../shared/refusal';
import type { CourseState } from '../../../shared/training/course';
import { LearningState, mostLearnings } from '../../../shared/training/learning';
import type { HeldLearning, PublishedCourse, StoredCourse, StoredLearning } from '../documents';
import { versionIdOf } from '../rules/ids';
import { store } from '../store';

/** The states of what somebody has. */
export const heldStates = LearningState.options;

/** Whether it is more than the trace of an assignment that was taken back. */
export const isHeld = (learning: StoredLearning): learning is HeldLearning => learning.state !== 'takenBack';

/** What a learner has. One request. */
export const learningsOf = async (personId: string): Promise<HeldLearning[]> =>
  (await everyLearningOf(personId)).filter(isHeld);

/** Also what was taken back before it was begun. One request. */
export const everyLearningOf = (personId: string) =>
  store.learnings.list({ where: { personId }, limit: mostLearnings });

export interface SeenCourse {
  courseId: string;
  published: PublishedCourse;
  courseState: CourseState;
}

type Offered = Pick<StoredCourse, '_id' | 'published' | 'state' | 'branchId'>;

/** The course as it is published now; null when there is none. One request. */
export async function offeredCourse(courseId: string): Promise<Offered | null> {
  const fields = ['published', 'state', 'branchId'] as const;
  const [course] = await store.courses.list({ where: { _id: courseId }, limit: 1, fields });
  return course ?? null;
}

/**
 * A course as this learner sees it: the version that they are on, otherwise what is published now for them. What is of
 * another branch, a draft or retired is answered as if it were not there. One request.
 */
export async function seenCourse(
  courseId: string,
  learning: StoredLearning | null,
  branchId: string,
): Promise<SeenCourse> {
  if (learning?.version != null) {
    const version = await store.versions.read(versionIdOf(courseId, learning.version));
    return version ? { courseId, published: version, courseState: 'published' } : refuse('course_not_found');
  }
  const course = await offeredCourse(courseId);
  if (!course?.published) return refuse('course_not_found');
  const isMine = learning !== null || (course.state === 'published' && isFor(course, branchId));
  return isMine ? { courseId, published: course.published, courseState: course.state } : refuse('course_not_found');
}

const isFor = (course: { branchId: string | null }, branchId: string) =>
  course.branchId === null || course.branchId === branchId;
