import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { shownAttempt } from '../exam/shown-attempt';
import { store } from '../store';

export const readAttempt: Handler<TrainingContract['readAttempt']> = async ({ attemptId }, { caller, now }) => {
  const attempt = await store.attempts.read(attemptId);
  if (attempt?.personId !== personOf(caller).personId) return refuse('attempt_not_found');
  return shownAttempt(attempt, now);
};
