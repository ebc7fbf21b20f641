import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { actorOf, findLeaving, leavingView } from '../find-leaving';
import { withdraw as withdrawRule } from '../rules/decide';

export const withdrawResignation: Handler<OffboardingContract['withdrawResignation']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId } = input;
  const separation = await changeSeparation(
    () => findLeaving(separationId, caller, ['self']),
    {
      requestId,
      what: 'withdrawResignation',
      actor: actorOf(caller),
      decide: (found, act) => withdrawRule(found, act),
    },
    now,
  );
  return leavingView(separation, context);
};
