import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { actorOf, findLeaving, leavingView } from '../find-leaving';
import { signHandoverItem as signed } from '../rules/clear';

export const signHandoverItem: Handler<OffboardingContract['signHandoverItem']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, itemId } = input;
  const separation = await changeSeparation(
    () => findLeaving(separationId, caller),
    { requestId, what: `sign ${itemId}`, actor: actorOf(caller), decide: (found, act) => signed(found, itemId, act) },
    now,
  );
  return leavingView(separation, context);
};
