import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { lastMoment } from '../rules/attempt';
import { store } from '../store';

/** One conditional update on the attempt; only what it refuses is looked at again. */
export const saveAnswer: Handler<TrainingContract['saveAnswer']> = async (input, { caller, now }) => {
  const { attemptId, place, answer, turn } = input;
  const { personId } = personOf(caller);
  const field = `answers.a${place}`;
  const kept = await store.attempts.changeOne(
    {
      ...{ _id: attemptId, personId, state: 'open', drawnCount: is.above(place) },
      ...{ deadlineAt: is.atLeast(lastMoment(now)), [`${field}.turn`]: is.notAtLeast(turn) },
    },
    { [field]: by.exactly({ ...answer, turn }) },
  );
  const attempt = kept ?? (await store.attempts.read(attemptId));
  if (attempt?.personId !== personId || place >= attempt.drawnCount) return refuse('attempt_not_found');
  if (attempt.state !== 'open' || attempt.deadlineAt < lastMoment(now)) return refuse('attempt_over');
  return { millisLeft: Math.max(0, Date.parse(attempt.deadlineAt) - now.getTime()) };
};
