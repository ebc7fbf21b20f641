import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import { temporaryUrls } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { begunLearning } from '../learning/begun';
import { lessonIdOf } from '../rules/ids';
import { filesOf } from '../rules/lesson-files';
import { lessonView } from '../rules/views';
import { store } from '../store';

/** The time of one lesson runs at once: opening another starts that one's. */
export const openLesson: Handler<TrainingContract['openLesson']> = async (input, { caller, now }) => {
  const { courseId, lessonId, requestId } = input;
  const { personId } = personOf(caller);
  const { learning, version } = await begunLearning(personId, courseId);
  const lesson = await store.lessons.read(lessonIdOf(courseId, version, lessonId));
  if (!lesson) return refuse('lesson_not_found');
  const isDone = learning.facts.lessons.some((fact) => fact.lessonId === lessonId && fact.doneAt !== null);
  if (!isDone && learning.opened?.requestId !== requestId) {
    const opened = by.exactly({ lessonId, at: instant(now), requestId });
    await store.learnings.changeOne({ _id: learning._id }, { opened });
  }
  return lessonView(lesson, isDone, await temporaryUrls(filesOf(lesson)));
};
