import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeRun, newestRunOf } from '../change-run';
import { myRunPage } from '../rules/run-page';
import { isOver } from '../rules/run-totals';
import { requestOf } from '../tell';

/** Whoever has just joined is led straight to what was prepared for them: the first day, the guide, the path. */
export const takeJoining: Handler<OnboardingContract['takeJoining']> = async ({ fact }, { now }) => {
  const run = await newestRunOf(fact.personId);
  if (!run || isOver(run)) return {};
  const notice = {
    factId: `guide.${run._id}`,
    personIds: [run.personId],
    title: '你的入职安排准备好了',
    line: '第一天的地图、要交的材料、第一个月的路，都在这里',
    page: myRunPage,
  };
  await changeRun(run, requestOf(fact.factId), (one) => ({ ...one, notices: [...one.notices, notice] }), now);
  return {};
};
