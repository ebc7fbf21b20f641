import { instant } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { changeRun } from '../change-run';
import { greeted } from '../rules/greet';
import { mayGreet } from '../rules/run-view';
import { store } from '../store';
import { checkWords, viewerOf } from '../viewer';

export const greet: Handler<OnboardingContract['greet']> = async ({ runId, words, requestId }, { caller, now }) => {
  const viewer = viewerOf(caller);
  const { name, personId } = personOf(caller);
  const run = await store.runs.read(runId);
  if (!run || !mayGreet(run, viewer)) return refuse('run_not_found');
  if (!run.requestIds.includes(requestId)) await checkWords(personId, words, now);
  const greeting = { personId, name, words, at: instant(now) };
  await changeRun(run, requestId, (one) => greeted(one, greeting), now);
  return {};
};
