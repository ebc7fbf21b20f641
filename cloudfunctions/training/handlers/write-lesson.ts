import type { TrainingContract } from '../../../shared/training/contract';
import { cloudPathOf } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { editDraft } from '../authoring/draft';
import { withWrittenLesson } from '../rules/course';
import { checkLessonFiles } from '../rules/lesson-files';

export const writeLesson: Handler<TrainingContract['writeLesson']> = async (
  { chapterId, lesson, ...on },
  { caller, now },
) => {
  checkLessonFiles(lesson, cloudPathOf);
  return editDraft(on, caller, now, (course) => ({ ...withWrittenLesson(course, chapterId, lesson) }));
};
