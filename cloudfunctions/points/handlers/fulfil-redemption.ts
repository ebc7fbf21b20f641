import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { closeRedemption } from '../close-redemption';

export const fulfilRedemption: Handler<PointsContract['fulfilRedemption']> = async (
  { redemptionId, requestId },
  { caller, now },
) => {
  const closing = { state: 'fulfilled', closedAt: instant(now), closedBy: requestId } as const;
  const redemption = await closeRedemption(redemptionId, caller.reach, closing);
  return redemption.closedBy === requestId && redemption.state === 'fulfilled'
    ? redemption
    : refuse('redemption_closed');
};
