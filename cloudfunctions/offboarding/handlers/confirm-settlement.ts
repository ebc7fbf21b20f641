import type { OffboardingContract } from '../../../shared/offboarding/contract';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { actorOf, figuresOf, leavingView } from '../find-leaving';
import { findMoney } from '../find-money';
import { confirmSettlement as confirmed } from '../rules/settle-money';

export const confirmSettlement: Handler<OffboardingContract['confirmSettlement']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, seenTotalFen } = input;
  const separation = await changeSeparation(
    () => findMoney(separationId, caller),
    {
      ...{ requestId, what: 'confirmSettlement', actor: actorOf(caller) },
      decide: (found, act) => {
        const totalFen = figuresOf(found)?.statement.totalFen ?? 0;
        return confirmed(found, { totalFen, seenTotalFen }, act);
      },
    },
    now,
  );
  return leavingView(separation, context);
};
