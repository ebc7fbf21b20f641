import { instant } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeRun } from '../change-run';
import { marked } from '../rules/mark-activity';
import { checkWords, seen, viewerOf, visibleRun } from '../viewer';

export const markActivity: Handler<OnboardingContract['markActivity']> = async (input, { caller, now }) => {
  const { runId, key, to, words, requestId } = input;
  const viewer = viewerOf(caller);
  const run = await visibleRun(runId, viewer);
  const marking = { key, to, words, at: instant(now) };
  if (!run.requestIds.includes(requestId)) {
    // What is refused anyway is refused before WeChat is asked about the words.
    marked(run, viewer, marking);
    await checkWords(viewer.personId, words, now);
  }
  return seen(await changeRun(run, requestId, (one) => marked(one, viewer, marking), now), viewer, now);
};
