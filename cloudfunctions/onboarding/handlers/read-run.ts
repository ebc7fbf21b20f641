import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { seen, viewerOf, visibleRun } from '../viewer';

export const readRun: Handler<OnboardingContract['readRun']> = async ({ runId }, { caller, now }) => {
  const viewer = viewerOf(caller);
  return seen(await visibleRun(runId, viewer), viewer, now);
};
