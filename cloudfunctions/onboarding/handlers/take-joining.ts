import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { newestRunOf } from '../change-run';
import { refreshTask } from '../tell';

/** What waits for somebody who has just joined is put onto their list; the run itself is told by nobody's joining. */
export const takeJoining: Handler<OnboardingContract['takeJoining']> = async ({ fact }, { now }) => {
  const run = await newestRunOf(fact.personId);
  if (run) await refreshTask(fact.personId, now);
  return {};
};
