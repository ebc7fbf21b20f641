import { instant } from '../../../shared/kernel/day';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import type { CourseDraft } from '../../../shared/training/course';
import type { Caller } from '../../platform/caller';
import { by, type Change } from '../../platform/db';
import type { StoredCourse } from '../documents';
import { remembering } from '../rules/course';
import { draftView } from '../rules/draft-view';
import { store } from '../store';

/** Whether the caller may change what is for this branch, or for everybody. */
export const mayAuthor = ({ reach }: Caller, branchId: string | null) => reaches(reach, branchId);

/** A course within reach; any other is answered as if it were not there. One request. */
export async function authoredCourse(courseId: string, caller: Caller): Promise<StoredCourse> {
  const course = await store.courses.read(courseId);
  return course && mayAuthor(caller, course.branchId) ? course : refuse('course_not_found');
}

interface Edit {
  courseId: string;
  draftVersion: number;
  requestId: string;
}

/** Changes the draft that the author looked at, once for each request. */
export async function editDraft(
  { courseId, draftVersion, requestId }: Edit,
  caller: Caller,
  now: Date,
  edit: (course: StoredCourse) => Change | Promise<Change>,
): Promise<CourseDraft> {
  const course = await authoredCourse(courseId, caller);
  if (course.lastRequestIds.includes(requestId)) return draftView(course);
  const lastRequestIds = remembering(course.lastRequestIds, requestId);
  const changed =
    course.draftVersion === draftVersion
      ? await store.courses.changeOne(
          { _id: courseId, draftVersion },
          { ...(await edit(course)), lastRequestIds, changedAt: instant(now), draftVersion: by.adding(1) },
        )
      : null;
  return changed ? draftView(changed) : refuse('course_changed');
}
