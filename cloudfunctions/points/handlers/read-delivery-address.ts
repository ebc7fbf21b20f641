import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { DeliveryAddress } from '../../../shared/points/model';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import { unseal } from '../../platform/sealed';
import type { Handler } from '../../platform/serve';
import { findRedemption, withinReach } from '../close-redemption';
import { addressPlace, rememberedLooks } from '../rules/redemption';
import { redemptions } from '../store';

/** Notes who looked before anything is shown: an address is never seen without a trace. */
export const readDeliveryAddress: Handler<PointsContract['readDeliveryAddress']> = async (
  { redemptionId, requestId },
  { caller, now },
) => {
  const look = { personId: personOf(caller).personId, requestId, at: instant(now) };
  const noted = await redemptions.changeOne(
    {
      ...{ _id: redemptionId, state: 'reserved', handing: 'delivery', ...withinReach(caller.reach) },
      'addressLooks.requestId': is.not(requestId),
    },
    { addressLooks: by.appending([look], rememberedLooks) },
  );
  const { state, sealedAddress } = noted ?? (await findRedemption(redemptionId, caller.reach));
  if (state !== 'reserved' || sealedAddress === null) return refuse('delivery_address_gone');
  return { address: DeliveryAddress.parse(JSON.parse(unseal(sealedAddress, addressPlace(redemptionId)))) };
};
