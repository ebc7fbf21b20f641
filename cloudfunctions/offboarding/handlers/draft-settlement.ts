import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { seal } from '../../platform/sealed';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { sealedPlace } from '../documents';
import { actorOf, leavingView } from '../find-leaving';
import { findMoney } from '../find-money';
import { draftSettlement as drafted } from '../rules/settle-money';

export const draftSettlement: Handler<OffboardingContract['draftSettlement']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, settlement } = input;
  const sealed = seal(JSON.stringify(settlement), sealedPlace(separationId, 'settlement'));
  const separation = await changeSeparation(
    () => findMoney(separationId, caller),
    {
      ...{ requestId, what: 'draftSettlement', actor: actorOf(caller) },
      decide: (found, act) => drafted(found, sealed, act),
    },
    now,
  );
  return leavingView(separation, context);
};
