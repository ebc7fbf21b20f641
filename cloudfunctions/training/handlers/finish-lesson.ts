import { instant } from '../../../shared/kernel/day';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { begunLearning, lessonIn, pinnedVersion } from '../learning/begun';
import { recordFact } from '../learning/record-fact';
import { checkDone } from '../rules/finish-lesson';
import { progressOf } from '../rules/progress';
import { standOf } from '../rules/views';

/** Finished already is answered so, however long it was open this time. */
export const finishLesson: Handler<TrainingContract['finishLesson']> = async (
  { courseId, lessonId },
  { caller, now },
) => {
  const { personId } = personOf(caller);
  const { learning, version } = await begunLearning(personId, courseId);
  const demands = await pinnedVersion(courseId, version);
  const lesson = lessonIn(demands, lessonId);
  const isDone = learning.facts.lessons.some((fact) => fact.lessonId === lessonId && fact.doneAt !== null);
  if (isDone) return standOf(progressOf(demands, learning.facts, learning.dueOn));
  checkDone(lesson.done, lessonId, learning.opened, now);
  const { progress } = await recordFact(learning, demands, { kind: 'lessonDone', lessonId, at: instant(now) }, now);
  return standOf(progress);
};
