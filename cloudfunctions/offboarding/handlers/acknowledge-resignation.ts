import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { actorOf, findLeaving, leavingView } from '../find-leaving';
import { acknowledge as acknowledgeRule } from '../rules/decide';

export const acknowledgeResignation: Handler<OffboardingContract['acknowledgeResignation']> = async (
  input,
  context,
) => {
  const { caller, now } = context;
  const { separationId, requestId, lastDay } = input;
  const separation = await changeSeparation(
    () => findLeaving(separationId, caller, ['hr', 'self']),
    {
      requestId,
      what: 'acknowledgeResignation',
      actor: actorOf(caller),
      decide: (found, act) => acknowledgeRule(found, lastDay, act),
    },
    now,
  );
  return leavingView(separation, context);
};
