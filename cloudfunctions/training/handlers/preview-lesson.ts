import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';
import { lessonView } from '../rules/views';

/** Nothing is opened and nothing is counted. */
export const previewLesson: Handler<TrainingContract['previewLesson']> = async ({ courseId, lessonId }, { caller }) => {
  const { lessons, chapters } = await authoredCourse(courseId, caller);
  const lesson = lessons.find((one) => one.lessonId === lessonId);
  if (!lesson) return refuse('lesson_not_found');
  const order = chapters.flatMap((chapter) => chapter.lessons.map((head) => head.lessonId));
  const nextLessonId = order[order.indexOf(lessonId) + 1] ?? null;
  return lessonView({ ...lesson, courseId, nextLessonId }, false);
};
