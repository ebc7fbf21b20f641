import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { temporaryUrls } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { renewalOf } from '../learning/renewal';
import { lessonIdOf } from '../rules/ids';
import { filesOf } from '../rules/lesson-files';
import { lessonView } from '../rules/views';
import { store } from '../store';

/** Nothing is opened and nothing is counted: who passed has passed. */
export const readRenewedLesson: Handler<TrainingContract['readRenewedLesson']> = async (input, { caller }) => {
  const { courseId, lessonId } = input;
  const renewal = await renewalOf(personOf(caller).personId, courseId);
  if (!renewal) return refuse('course_not_found');
  const lesson = await store.lessons.read(lessonIdOf(courseId, renewal.published.version, lessonId));
  if (!lesson) return refuse('lesson_not_found');
  return lessonView(lesson, { isDone: true, secondsLeft: 0 }, await temporaryUrls(filesOf(lesson)));
};
