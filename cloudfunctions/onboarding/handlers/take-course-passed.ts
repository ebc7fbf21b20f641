import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeRun, newestRunOf } from '../change-run';
import { closedByFact } from '../rules/mark-activity';
import { isOver } from '../rules/run-totals';
import { requestOf } from '../tell';

export const takeCoursePassed: Handler<OnboardingContract['takeCoursePassed']> = async (input, { now }) => {
  const { factId, personId, courseId, at } = input;
  const run = await newestRunOf(personId);
  if (!run || isOver(run)) return {};
  const fits = (activity: (typeof run.activities)[number]) => activity.courseId === courseId;
  await changeRun(run, requestOf(factId), (one) => closedByFact(one, fits, true, at), now);
  return {};
};
