import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { ownRedemption } from '../own-redemption';
import { redemptionView } from '../rules/redemption';

export const readMyRedemption: Handler<PointsContract['readMyRedemption']> = async ({ redemptionId }, { caller }) => {
  const { redemption } = await ownRedemption(personOf(caller).personId, redemptionId);
  return redemptionView(redemption);
};
