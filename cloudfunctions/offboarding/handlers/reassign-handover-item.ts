import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { findHandover, receiverOf } from '../find-handover';
import { actorOf, findLeaving, leavingView } from '../find-leaving';
import { reassignHandoverItem as reassigned } from '../rules/clear';

export const reassignHandoverItem: Handler<OffboardingContract['reassignHandoverItem']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, itemId, receiverId } = input;
  await findLeaving(separationId, caller);
  const receiver = await receiverOf(receiverId, now);
  const what = `reassign ${itemId} ${receiverId}`;
  const separation = await changeSeparation(
    () => findHandover(separationId, caller),
    { requestId, what, actor: actorOf(caller), decide: (found) => reassigned(found, itemId, receiver) },
    now,
  );
  return leavingView(separation, context);
};
