import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { isConfidant } from '../rules/run-view';
import { requiredBeside } from '../since-left';
import { seen, viewerOf, visibleRun } from '../viewer';

export const readRun: Handler<OnboardingContract['readRun']> = async ({ runId }, { caller, now }) => {
  const viewer = viewerOf(caller);
  const run = await visibleRun(runId, viewer);
  const required = isConfidant(run, viewer) ? await requiredBeside(run, now) : [];
  return { ...seen(run, viewer, now), required };
};
