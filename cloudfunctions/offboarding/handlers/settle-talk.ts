import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { actorOf, findLeaving, leavingView } from '../find-leaving';
import { settleTalk as settleTalkRule } from '../rules/decide';

export const settleTalk: Handler<OffboardingContract['settleTalk']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, outcome } = input;
  const separation = await changeSeparation(
    () => findLeaving(separationId, caller, ['hr', 'self']),
    {
      requestId,
      what: 'settleTalk',
      actor: actorOf(caller),
      decide: (found, act) => settleTalkRule(found, outcome, act),
    },
    now,
  );
  return leavingView(separation, context);
};
