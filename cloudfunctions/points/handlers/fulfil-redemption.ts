import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { findRedemption, withinReach } from '../close-redemption';
import { fulfilment, redemptionView } from '../rules/redemption';
import { redemptions } from '../store';

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
  return redemption.closedBy === requestId && redemption.state === 'fulfilled'
    ? redemptionView(redemption)
    : refuse('redemption_closed');
};
