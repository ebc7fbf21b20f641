import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeRun, runInReach } from '../change-run';
import { seen, viewerOf } from '../viewer';

export const cancelRun: Handler<OnboardingContract['cancelRun']> = async (input, { caller, now }) => {
  const { runId, reason, requestId } = input;
  const run = await runInReach(runId, caller);
  const change = (one: typeof run) => ({ ...one, state: 'cancelled' as const, cancelReason: reason });
  return seen(await changeRun(run, requestId, change, now), viewerOf(caller), now);
};
