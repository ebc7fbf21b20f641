import { by, is } from '../../platform/db';
import type { Account } from '../rules/account';
import type { Reservation } from '../rules/gift';
import type { StoredRedemption } from '../rules/redemption';
import { accounts, gifts } from '../store';

/** Puts a piece back on the shelf. Exactly once: its token leaves the gift in the same stroke. */
export async function releasePiece(giftId: string, token: string): Promise<void> {
  await gifts.changeOne(
    { _id: giftId, 'reservations.token': token },
    { stock: by.adding(1), reservations: by.pulling({ token }) },
  );
}

/** What is known about a reservation. The account must have been read before the redemption. */
export interface ReservationFacts {
  account: Account | null;
  redemption: StoredRedemption | null;
}

/**
 * Gives back a reserved piece that nobody paid for. False when it was paid, or when that is not certain yet.
 *
 * Whoever reserved it may still be on the way to the debit. So the account's fence is raised first: a debit holds only
 * with the fence that was read before the piece was reserved. The fence goes up only if no debit is pending and nothing
 * was settled since the account was read; a debit settled before that has left its redemption, which was read later.
 */
export async function giveBackPiece(
  giftId: string,
  { token }: Reservation,
  { account, redemption }: ReservationFacts,
): Promise<boolean> {
  if (redemption?.reservation === token) return false;
  const paid = account?.pending.some(({ reservation }) => reservation === token) ?? false;
  const undone = account?.pending.some(({ undoes }) => undoes === token) ?? false;
  if (paid && !undone) return false;
  if (account && !paid) {
    const fenced = await accounts.changeOne(
      {
        _id: account._id,
        fence: account.fence,
        'settled.seq': account.settled.seq,
        'pending.reservation': is.not(token),
      },
      { fence: by.adding(1) },
    );
    if (!fenced) return false;
  }
  await releasePiece(giftId, token);
  return true;
}
