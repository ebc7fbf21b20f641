import { type Reach, reaches } from '../../shared/people/identity';
import type { RedemptionState } from '../../shared/points/model';
import { refuse } from '../../shared/refusal';
import { is } from '../platform/db';
import type { StoredRedemption } from './rules/redemption';
import { redemptions } from './store';

type Closing = Pick<StoredRedemption, 'state' | 'closedAt' | 'closedBy'> & Partial<StoredRedemption>;

/** One conditional update that meets a redemption only within reach. */
export const withinReach = (reach: Reach) => (reach === 'everywhere' ? {} : { branchId: is.among(reach) });

/** A redemption within reach; any other is not found. */
export async function findRedemption(redemptionId: string, reach: Reach): Promise<StoredRedemption> {
  const redemption = await redemptions.read(redemptionId);
  return redemption && reaches(reach, redemption.branchId) ? redemption : refuse('redemption_not_found');
}

/**
 * Closes a redemption that is still in `from` and within reach: one conditional update. Answers the redemption as it is
 * now, closed by this request or by an earlier one; what is out of reach is not found.
 */
export async function closeRedemption(
  redemptionId: string,
  reach: Reach,
  from: RedemptionState,
  closing: Closing,
): Promise<StoredRedemption> {
  const closed = await redemptions.changeOne({ _id: redemptionId, state: from, ...withinReach(reach) }, closing);
  return closed ?? findRedemption(redemptionId, reach);
}
