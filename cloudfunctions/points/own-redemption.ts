import { refuse } from '../../shared/refusal';
import type { StoredRedemption } from './rules/redemption';
import { accounts, redemptions } from './store';

/** Somebody's own redemption; anybody else's is not found. `isWritten` is false while only the account knows it. */
export async function ownRedemption(
  personId: string,
  redemptionId: string,
): Promise<{ redemption: StoredRedemption; isWritten: boolean }> {
  const redemption = await redemptions.read(redemptionId);
  if (redemption?.personId === personId) return { redemption, isWritten: true };
  if (redemption) return refuse('redemption_not_found');
  // Paid a moment ago by a function that was killed before it wrote the redemption: the sweep will write it.
  const account = await accounts.read(personId);
  const paid = account?.pending.find((movement) => movement.redemption?._id === redemptionId)?.redemption;
  return paid ? { redemption: paid, isWritten: false } : refuse('redemption_not_found');
}
