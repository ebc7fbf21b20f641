import type { CourseDraft, CourseLine } from '../../../shared/training/course';
import type { StoredCourse } from '../documents';

type CourseRow = Pick<
  StoredCourse,
  '_id' | 'title' | 'state' | 'branchId' | 'lessonCount' | 'questionCount' | 'draftVersion' | 'published' | 'changedAt'
>;

export function courseLine(course: CourseRow): CourseLine {
  const { _id, title, state, branchId, lessonCount, questionCount, draftVersion, published, changedAt } = course;
  return {
    ...{ courseId: _id, title, state, branchId, lessons: lessonCount, questions: questionCount, changedAt },
    isAhead: published?.version !== draftVersion,
  };
}

export function draftView(course: StoredCourse): CourseDraft {
  const { title, about, branchId, prerequisites, skills, exam, chapters, bank, locks, draftVersion } = course;
  const head = { title, about, branchId, prerequisites, skills, exam };
  return { ...courseLine(course), head, locks, chapters, bank, draftVersion };
}
