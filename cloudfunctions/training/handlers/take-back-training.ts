import { instant } from '../../../shared/kernel/day';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { settleTakenBack } from '../enrolling/settle-learning';
import { learningIdOf } from '../rules/ids';
import { mayTakeBack, takenBackOf } from '../rules/taking-back';
import { store } from '../store';

/** In one stroke with what is still to be told; the sweep tells what was cut off. */
export const takeBackTraining: Handler<TrainingContract['takeBackTraining']> = async (input, { caller, now }) => {
  const { courseId, reason, requestId } = input;
  const taker = { personId: personOf(caller).personId, reach: caller.reach };
  const learning = await store.learnings.read(learningIdOf(input.personId, courseId));
  if (!learning || !reaches(caller.reach, learning.branchId)) return refuse('assignment_not_found');
  if (learning.takenBack.some((one) => one.requestId === requestId)) return {};
  if (learning.state === 'passed') return refuse('assignment_passed');
  const taking = { reason, at: instant(now), byId: taker.personId, requestId };
  const change = takenBackOf(learning, (cause) => mayTakeBack(cause, taker), taking);
  if (!change) return refuse('assignment_not_found');
  const { _id, factsVersion } = learning;
  const changed = await store.learnings.changeOne({ _id, factsVersion }, { ...change, factsVersion: by.adding(1) });
  if (!changed) return refuse('wait_and_repeat');
  await settleTakenBack([changed], now);
  return {};
};
