import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { closeRedemption, findRedemption } from '../close-redemption';
import { bringBack } from '../jobs/bring-back';
import { redemptionView, refund } from '../rules/redemption';
import { tellRedemption } from '../telling/tell-redemptions';

/** 退回: the points come back exactly once; a code that was seen never goes back to the shelf. */
export const refundRedemption: Handler<PointsContract['refundRedemption']> = async (
  { redemptionId, reason, pieceReturns, requestId },
  { caller, now },
) => {
  const { handing } = await findRedemption(redemptionId, caller.reach);
  const closing = refund(reason, requestId, pieceReturns && handing !== 'code', instant(now));
  const redemption = await closeRedemption(redemptionId, caller.reach, 'fulfilled', closing);
  if (redemption.closedBy !== requestId || redemption.cancelReason !== reason) return refuse('redemption_closed');
  if (redemption.returningSince !== null) await bringBack(redemption, instant(now));
  await tellRedemption(redemption, now);
  return redemptionView(redemption);
};
