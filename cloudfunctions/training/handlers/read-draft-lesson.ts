import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';

export const readDraftLesson: Handler<TrainingContract['readDraftLesson']> = async (
  { courseId, lessonId },
  { caller },
) => {
  const { lessons } = await authoredCourse(courseId, caller);
  return lessons.find((lesson) => lesson.lessonId === lessonId) ?? refuse('lesson_not_found');
};
