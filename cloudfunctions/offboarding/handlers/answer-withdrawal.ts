import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { actorOf, findLeaving, leavingView } from '../find-leaving';
import { answerWithdrawal as answerWithdrawalRule } from '../rules/decide';

export const answerWithdrawal: Handler<OffboardingContract['answerWithdrawal']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, ...answer } = input;
  const separation = await changeSeparation(
    () => findLeaving(separationId, caller, ['hr', 'self']),
    {
      requestId,
      what: 'answerWithdrawal',
      actor: actorOf(caller),
      decide: (found, act) => answerWithdrawalRule(found, answer, act),
    },
    now,
  );
  return leavingView(separation, context);
};
