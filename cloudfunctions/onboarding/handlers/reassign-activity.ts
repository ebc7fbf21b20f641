import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { changeRun, runInReach } from '../change-run';
import { withActivity } from '../rules/mark-activity';
import { isClosed } from '../rules/run-totals';
import { seen, viewerOf } from '../viewer';

export const reassignActivity: Handler<OnboardingContract['reassignActivity']> = async (input, { caller, now }) => {
  const { runId, key, personId, requestId } = input;
  const run = await runInReach(runId, caller);
  const answer = await ask('people', 'readColleagues', { personIds: [personId] }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const [colleague] = answer.data.items;
  if (!colleague) return refuse('colleague_not_found');
  const change = (one: typeof run) => {
    const activity = one.activities.find((known) => known.key === key) ?? refuse('boarding_not_found');
    // Papers and courses are nobody else's.
    if (isClosed(activity) || activity.owner === 'newHire') return refuse('boarding_closed');
    const owner = { ownerPersonId: personId, ownerName: colleague.name };
    return withActivity(one, key, { ...owner, state: 'todo', words: '' });
  };
  return seen(await changeRun(run, requestId, change, now), viewerOf(caller), now);
};
