import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { actorOf, findLeaving, leavingView } from '../find-leaving';
import { changeLastDay as changeLastDayRule } from '../rules/decide';

export const changeLastDay: Handler<OffboardingContract['changeLastDay']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, lastDay } = input;
  const separation = await changeSeparation(
    () => findLeaving(separationId, caller, ['hr', 'self']),
    {
      requestId,
      what: 'changeLastDay',
      actor: actorOf(caller),
      decide: (found, act) => changeLastDayRule(found, lastDay, act),
    },
    now,
  );
  return leavingView(separation, context);
};
