import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { actorOf, findLeaving, leavingView } from '../find-leaving';
import { openTalk as openTalkRule } from '../rules/decide';

export const openTalk: Handler<OffboardingContract['openTalk']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId } = input;
  const separation = await changeSeparation(
    () => findLeaving(separationId, caller, ['hr', 'self']),
    { requestId, what: 'openTalk', actor: actorOf(caller), decide: (found, act) => openTalkRule(found, act) },
    now,
  );
  return leavingView(separation, context);
};
