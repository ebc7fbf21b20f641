import type { TrainingContract } from '../../../shared/training/contract';
import { cloudPathOf } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { checkForms } from '../authoring/check-forms';
import { editDraft } from '../authoring/draft';
import { withWrittenLesson } from '../rules/course';
import { checkFilePlaces, filesOf } from '../rules/lesson-files';

/** Files that the draft has shown before were looked into then. */
export const writeLesson: Handler<TrainingContract['writeLesson']> = async (
  { chapterId, lesson, ...on },
  { caller, now },
) => {
  checkFilePlaces(filesOf(lesson), cloudPathOf);
  return editDraft(on, caller, now, async (course) => {
    const known = course.lessons.find(
      ({ lessonId, body }) => lessonId === lesson.lessonId && body.kind === lesson.body.kind,
    );
    const shown = known ? filesOf(known) : [];
    const added = filesOf(lesson).filter((fileId) => !shown.includes(fileId));
    await checkForms(lesson.body.kind, added);
    return { ...withWrittenLesson(course, chapterId, lesson) };
  });
};
