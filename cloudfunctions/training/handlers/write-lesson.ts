import type { TrainingContract } from '../../../shared/training/contract';
import { beginningOf, cloudPathOf } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { editDraft } from '../authoring/draft';
import { withWrittenLesson } from '../rules/course';
import { checkFileForm, checkLessonFiles, filesOf, tellingBytes } from '../rules/lesson-files';

/** Files that the draft has shown before were looked into then. */
export const writeLesson: Handler<TrainingContract['writeLesson']> = async (
  { chapterId, lesson, ...on },
  { caller, now },
) => {
  checkLessonFiles(lesson, cloudPathOf);
  return editDraft(on, caller, now, async (course) => {
    const known = course.lessons.find(
      ({ lessonId, body }) => lessonId === lesson.lessonId && body.kind === lesson.body.kind,
    );
    const shown = known ? filesOf(known) : [];
    const added = filesOf(lesson).filter((fileId) => !shown.includes(fileId));
    const files = await Promise.all(added.map((fileId) => beginningOf(fileId, tellingBytes)));
    for (const file of files) checkFileForm(lesson, file);
    return { ...withWrittenLesson(course, chapterId, lesson) };
  });
};
