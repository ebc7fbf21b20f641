import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { attemptIdOf, type StoredLearning } from '../documents';
import { drawAttempt } from '../exam/draw-attempt';
import { closeAttempt, finishAttempt } from '../exam/finish-attempt';
import { shownAttempt } from '../exam/shown-attempt';
import { begunLearning, pinnedVersion } from '../learning/begun';
import { checkHindrance, hindranceOf, lastMoment, nextNumber } from '../rules/attempt';
import { progressOf } from '../rules/progress';
import { store } from '../store';

/**
 * The number of the attempt is taken in the learner's record first; drawing it follows from that, so that whatever cut
 * the two apart, the next call goes on where it stopped. One that has run out of time is judged and shown.
 */
export const startExam: Handler<TrainingContract['startExam']> = async ({ courseId }, { caller, now }) => {
  const { personId } = personOf(caller);
  const { learning, version } = await begunLearning(personId, courseId);
  const demands = await pinnedVersion(courseId, version);
  const { exam } = demands;
  if (!exam) return refuse('exam_none');
  checkHindrance(hindranceOf(exam, learning, progressOf(demands, learning.facts, learning.dueOn), now), now);
  const number = learning.openAttempt ?? (await takeNumber(learning));
  const attemptId = attemptIdOf(personId, courseId, number);
  const known = learning.openAttempt === null ? null : await store.attempts.read(attemptId);
  const attempt = known ?? (await drawAttempt(learning, demands, attemptId, number, now));
  if (attempt.state === 'open' && attempt.deadlineAt >= lastMoment(now)) return shownAttempt(attempt, now);
  await closeAttempt(attemptId, now);
  const closed = (await store.attempts.read(attemptId)) ?? attempt;
  return shownAttempt(await finishAttempt(closed, now), now);
};

async function takeNumber(learning: StoredLearning): Promise<number> {
  const { _id, factsVersion } = learning;
  const number = nextNumber(learning);
  const taken = await store.learnings.changeOne(
    { _id, factsVersion, openAttempt: null },
    { openAttempt: number, factsVersion: by.adding(1) },
  );
  return taken ? number : refuse('wait_and_repeat');
}
