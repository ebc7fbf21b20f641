import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { accounts, redemptions } from '../store';

export const readMyRedemption: Handler<PointsContract['readMyRedemption']> = async ({ redemptionId }, { caller }) => {
  const { personId } = personOf(caller);
  const redemption = await redemptions.read(redemptionId);
  if (redemption) return redemption.personId === personId ? redemption : refuse('redemption_not_found');
  // Paid a moment ago by a function that was killed before it wrote the redemption: the sweep will write it.
  const account = await accounts.read(personId);
  const paid = account?.pending.find((movement) => movement.redemption?._id === redemptionId)?.redemption;
  return paid ?? refuse('redemption_not_found');
};
