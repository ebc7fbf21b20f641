import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeRun, runInReach } from '../change-run';
import { seen, viewerOf } from '../viewer';

export const planFirstDay: Handler<OnboardingContract['planFirstDay']> = async (input, { caller, now }) => {
  const { runId, firstDay, requestId } = input;
  const run = await runInReach(runId, caller);
  const after = await changeRun(run, requestId, (one) => ({ ...one, firstDay }), now);
  return seen(after, viewerOf(caller), now);
};
