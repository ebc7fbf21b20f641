import { dayOf, instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { findRedemption, withinReach } from '../close-redemption';
import { selfDealing } from '../rules/board/findings';
import { storedFinding } from '../rules/board/stored-finding';
import { fulfilment, redemptionView } from '../rules/redemption';
import { findings, redemptions } from '../store';
import { tellRedemption } from '../telling/tell-redemptions';

/** 发放. A code is handed over by its owner's looking at it, never by HR. */
export const fulfilRedemption: Handler<PointsContract['fulfilRedemption']> = async (
  { redemptionId, requestId },
  { caller, now },
) => {
  const fulfilled = await redemptions.changeOne(
    { _id: redemptionId, state: 'reserved', handing: is.not('code'), ...withinReach(caller.reach) },
    fulfilment(requestId, instant(now)),
  );
  const redemption = fulfilled ?? (await findRedemption(redemptionId, caller.reach));
  if (redemption.handing === 'code') return refuse('redemption_by_code');
  if (redemption.closedBy !== requestId || redemption.state !== 'fulfilled') return refuse('redemption_closed');
  const { personId } = personOf(caller);
  // Nobody is kept from it: in a small office there may be nobody else. It is listed for a look.
  if (redemption.personId === personId) await findings.insert(storedFinding(selfDealing(personId), dayOf(now), now));
  await tellRedemption(redemption, now);
  return redemptionView(redemption);
};
