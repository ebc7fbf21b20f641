import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { findHandover } from '../find-handover';
import { actorOf, leavingView } from '../find-leaving';
import { removeHandoverItem as removed } from '../rules/clear';

export const removeHandoverItem: Handler<OffboardingContract['removeHandoverItem']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, itemId } = input;
  const separation = await changeSeparation(
    () => findHandover(separationId, caller),
    { requestId, what: `remove ${itemId}`, actor: actorOf(caller), decide: (found) => removed(found, itemId) },
    now,
  );
  return leavingView(separation, context);
};
