import { type Reach, reaches } from '../../shared/people/identity';
import { refuse } from '../../shared/refusal';
import { is } from '../platform/db';
import type { StoredRedemption } from './rules/redemption';
import { redemptions } from './store';

type Closing = Pick<StoredRedemption, 'state' | 'closedAt' | 'closedBy'> & Partial<StoredRedemption>;

/**
 * Closes a redemption that is still reserved and within reach: one conditional update. Answers the redemption as it is
 * now, closed by this request or by an earlier one; what is out of reach is not found.
 */
export async function closeRedemption(redemptionId: string, reach: Reach, closing: Closing): Promise<StoredRedemption> {
  const within = reach === 'everywhere' ? {} : { branchId: is.among(reach) };
  const closed = await redemptions.changeOne({ _id: redemptionId, state: 'reserved', ...within }, closing);
  if (closed) return closed;
  const redemption = await redemptions.read(redemptionId);
  return redemption && reaches(reach, redemption.branchId) ? redemption : refuse('redemption_not_found');
}
