import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { refuse } from '../../../shared/refusal';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { handoverItemIdOf } from '../documents';
import { findHandover } from '../find-handover';
import { actorOf, findLeaving, leavingView } from '../find-leaving';
import { addHandoverItem as added } from '../rules/clear';

export const addHandoverItem: Handler<OffboardingContract['addHandoverItem']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, what, where, receiverId } = input;
  await findLeaving(separationId, caller);
  const answer = await ask('people', 'readColleagues', { personIds: [receiverId] }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const receiverName = answer.data.items[0]?.name ?? refuse('colleague_not_found');
  const item = { itemId: handoverItemIdOf(requestId), what, where, receiverId, receiverName };
  const separation = await changeSeparation(
    () => findHandover(separationId, caller),
    { requestId, what: 'addHandoverItem', actor: actorOf(caller), decide: (found) => added(found, item) },
    now,
  );
  return leavingView(separation, context);
};
