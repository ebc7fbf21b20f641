import { instant } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { changeRun } from '../change-run';
import { replied } from '../rules/thirty-day-check';
import { checkWords, seen, viewerOf, visibleRun } from '../viewer';

export const replyCheck: Handler<OnboardingContract['replyCheck']> = async (input, { caller, now }) => {
  const { runId, words, requestId } = input;
  const viewer = viewerOf(caller);
  const run = await visibleRun(runId, viewer);
  if (run.manager.personId !== viewer.personId) return refuse('run_not_found');
  if (!run.requestIds.includes(requestId)) {
    replied(run, words, instant(now));
    await checkWords(viewer.personId, words, now);
  }
  const after = await changeRun(run, requestId, (one) => replied(one, words, instant(now)), now);
  return seen(after, viewer, now);
};
