import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import { temporaryUrls } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { begunLearning } from '../learning/begun';
import { secondsLeft } from '../rules/finish-lesson';
import { lessonIdOf } from '../rules/ids';
import { filesOf } from '../rules/lesson-files';
import { lessonView } from '../rules/views';
import { store } from '../store';

/** The time of one lesson runs at once: opening another starts that one's, opening the same again goes on with it. */
export const openLesson: Handler<TrainingContract['openLesson']> = async (input, { caller, now }) => {
  const { courseId, lessonId } = input;
  const { personId } = personOf(caller);
  const { learning, version } = await begunLearning(personId, courseId);
  const lesson = await store.lessons.read(lessonIdOf(courseId, version, lessonId));
  if (!lesson) return refuse('lesson_not_found');
  const isDone = learning.facts.lessons.some((fact) => fact.lessonId === lessonId && fact.doneAt !== null);
  const known = learning.opened?.lessonId === lessonId ? learning.opened : null;
  const opened = known ?? { lessonId, at: instant(now) };
  if (!isDone && !known) await store.learnings.changeOne({ _id: learning._id }, { opened: by.exactly(opened) });
  const left = isDone ? 0 : secondsLeft(lesson.done, opened.at, now);
  return lessonView(lesson, { isDone, secondsLeft: left }, await temporaryUrls(filesOf(lesson)));
};
