import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { changeRun, runInReach } from '../change-run';
import { reassigned } from '../rules/mark-activity';
import { seen, viewerOf } from '../viewer';

export const reassignActivity: Handler<OnboardingContract['reassignActivity']> = async (input, { caller, now }) => {
  const { runId, key, personId, requestId } = input;
  const run = await runInReach(runId, caller);
  const answer = await ask('people', 'readColleagues', { personIds: [personId] }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const [colleague] = answer.data.items;
  if (!colleague) return refuse('colleague_not_found');
  const after = await changeRun(run, requestId, (one) => reassigned(one, key, colleague), now);
  return seen(after, viewerOf(caller), now);
};
