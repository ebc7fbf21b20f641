import type { ExitContract } from '../../../shared/exit/contract';
import { dayOf } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { changeImprovement, followImprovement } from '../improvements';
import { improvementView, mayFinish } from '../rules/improvement';
import { store } from '../store';

/** Said once; who says it again sees what was said. */
export const finishImprovement: Handler<ExitContract['finishImprovement']> = async (input, { caller, now }) => {
  const { improvementId, result } = input;
  const improvement = await store.improvements.read(improvementId);
  const { personId } = personOf(caller);
  if (!improvement || !mayFinish(improvement, { personId, roles: caller.roles }))
    return refuse('improvement_not_found');
  if (improvement.doneOn !== null) {
    await followImprovement(improvement, now);
    return improvementView(improvement);
  }
  const finished = await changeImprovement(improvement, { doneOn: dayOf(now), result }, now);
  return improvementView(finished ?? refuse('wait_and_repeat'));
};
