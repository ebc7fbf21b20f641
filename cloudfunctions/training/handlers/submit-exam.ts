import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { closeAttempt, finishAttempt } from '../exam/finish-attempt';
import { shownAttempt } from '../exam/shown-attempt';
import { store } from '../store';

export const submitExam: Handler<TrainingContract['submitExam']> = async ({ attemptId }, { caller, now }) => {
  const { personId } = personOf(caller);
  const attempt = await store.attempts.read(attemptId);
  if (attempt?.personId !== personId) return refuse('attempt_not_found');
  if (attempt.state === 'open') await closeAttempt(attemptId, now);
  const closed = attempt.state === 'open' ? await store.attempts.read(attemptId) : attempt;
  return shownAttempt(await finishAttempt(closed ?? attempt, now), now);
};
