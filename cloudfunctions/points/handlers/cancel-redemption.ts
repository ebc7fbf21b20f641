import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { closeRedemption } from '../close-redemption';
import { bringBack } from '../jobs/bring-back';
import { cancellation, redemptionView } from '../rules/redemption';
import { tellRedemption } from '../telling/tell-redemptions';

/** 取消: points and piece come back, each exactly once, even when this is killed anywhere on the way. */
export const cancelRedemption: Handler<PointsContract['cancelRedemption']> = async (
  { redemptionId, reason, requestId },
  { caller, now },
) => {
  const closing = cancellation(reason, requestId, instant(now));
  const redemption = await closeRedemption(redemptionId, caller.reach, 'reserved', closing);
  if (redemption.closedBy !== requestId || redemption.cancelReason !== reason) return refuse('redemption_closed');
  if (redemption.returningSince !== null) await bringBack(redemption, instant(now));
  await tellRedemption(redemption, now);
  return redemptionView(redemption);
};
