import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { actorOf, leavingView } from '../find-leaving';
import { findMoney } from '../find-money';
import { recordPayment as paid } from '../rules/settle-money';

export const recordPayment: Handler<OffboardingContract['recordPayment']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, paidOn } = input;
  const separation = await changeSeparation(
    () => findMoney(separationId, caller),
    { requestId, what: 'recordPayment', actor: actorOf(caller), decide: (found, act) => paid(found, paidOn, act) },
    now,
  );
  return leavingView(separation, context);
};
