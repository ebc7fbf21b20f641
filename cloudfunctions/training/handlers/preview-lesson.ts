import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { temporaryUrls } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';
import { filesOf } from '../rules/lesson-files';
import { lessonView } from '../rules/views';

/** Nothing is opened and nothing is counted. */
export const previewLesson: Handler<TrainingContract['previewLesson']> = async ({ courseId, lessonId }, { caller }) => {
  const { lessons, chapters } = await authoredCourse(courseId, caller);
  const lesson = lessons.find((one) => one.lessonId === lessonId);
  if (!lesson) return refuse('lesson_not_found');
  const order = chapters.flatMap((chapter) => chapter.lessons.map((head) => head.lessonId));
  const nextLessonId = order[order.indexOf(lessonId) + 1] ?? null;
  const urls = await temporaryUrls(filesOf(lesson));
  return lessonView({ ...lesson, courseId, nextLessonId }, { isDone: false, secondsLeft: 0 }, urls);
};
