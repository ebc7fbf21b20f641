import { dayOf, instant } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { changeRun, newestRunOf } from '../change-run';
import { answered } from '../rules/thirty-day-check';
import { checkWords, seen, viewerOf } from '../viewer';

export const answerCheck: Handler<OnboardingContract['answerCheck']> = async (input, { caller, now }) => {
  const { marks, words, requestId } = input;
  const { personId } = personOf(caller);
  const run = (await newestRunOf(personId)) ?? refuse('run_not_found');
  const answer = { marks, words, at: instant(now) };
  if (!run.requestIds.includes(requestId)) {
    answered(run, answer, dayOf(now));
    await checkWords(personId, words, now);
  }
  const after = await changeRun(run, requestId, (one) => answered(one, answer, dayOf(now)), now);
  return seen(after, viewerOf(caller), now);
};
