import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { handoverItemIdOf } from '../documents';
import { findHandover, receiverOf } from '../find-handover';
import { actorOf, findLeaving, leavingView } from '../find-leaving';
import { addHandoverItem as added } from '../rules/clear';

export const addHandoverItem: Handler<OffboardingContract['addHandoverItem']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, what, where, receiverId } = input;
  await findLeaving(separationId, caller);
  const item = { itemId: handoverItemIdOf(requestId), what, where, ...(await receiverOf(receiverId, now)) };
  const separation = await changeSeparation(
    () => findHandover(separationId, caller),
    { requestId, what: 'addHandoverItem', actor: actorOf(caller), decide: (found) => added(found, item) },
    now,
  );
  return leavingView(separation, context);
};
