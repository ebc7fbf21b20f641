import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { entryOf } from '../books/ledger-chain';
import { countTaken } from '../count-taken';
import { reservationLimit } from '../rules/gift';
import { refundMovement } from '../rules/redeem-gift';
import type { StoredRedemption } from '../rules/redemption';
import { accounts, gifts, ledger, redemptions } from '../store';

/** How often a condition may be overtaken by others before the sweep gets its turn. */
const tries = 3;

/**
 * Brings the points of a cancelled or refunded redemption back, and its piece if that returns. May run at any time,
 * twice, and at the same time as itself. True when both are back; otherwise the sweep comes again.
 */
export async function bringBack(redemption: StoredRedemption, at: Instant): Promise<boolean> {
  const [pointsAreBack, pieceIsBack] = await Promise.all([
    refundPoints(redemption, at),
    redemption.pieceReturns ? returnPiece(redemption) : true,
  ]);
  if (!pointsAreBack || !pieceIsBack) return false;
  await redemptions.changeOne({ _id: redemption._id, returningSince: is.not(null) }, { returningSince: null });
  return true;
}

/**
 * Exactly once: the account is read before the ledger is asked for the entry, and the change holds only while nothing
 * was settled since. A refund that was booked and settled by somebody else in between therefore makes it fail.
 */
async function refundPoints(redemption: StoredRedemption, at: Instant): Promise<boolean> {
  const movement = refundMovement(redemption, at);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const account = await accounts.read(redemption.personId);
    if (!account) return isMissing('account', redemption);
    if (account.pending.some(({ key }) => key === movement.key)) return true;
    if (await ledger.read(movement.key)) return true;
    const booked = await accounts.changeOne(
      { _id: account._id, 'settled.seq': account.settled.seq, 'pending.key': is.not(movement.key) },
      {
        balance: by.adding(movement.points),
        ...countTaken(redemption, -1),
        pending: by.appending([movement]),
        pendingSince: account.pendingSince ?? movement.at,
      },
    );
    if (booked) {
      await ledger.insert(entryOf(booked, movement.key));
      return true;
    }
  }
  return false;
}

/**
 * Exactly once, by the same thought: the gift is read before the redemption is asked whether its piece is still on the
 * way, and the change holds only while nothing left the gift's list since.
 */
async function returnPiece(cancelled: StoredRedemption): Promise<boolean> {
  const { _id, giftId } = cancelled;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const gift = await gifts.read(giftId);
    if (!gift) return isMissing('gift', cancelled);
    if (gift.returned.includes(_id)) return true;
    const redemption = await redemptions.read(_id);
    if (redemption?.returningSince === null) return true;
    const returned = await gifts.changeOne(
      {
        _id: giftId,
        cleared: gift.cleared,
        returned: is.not(_id),
        [`returned.${reservationLimit - 1}`]: is.absent(),
      },
      { stock: by.adding(1), returned: by.appending([_id]), open: true },
    );
    if (returned) return true;
  }
  return false;
}

/** Accounts and gifts are never removed. Should one be gone, the sweep must still go on to the other redemptions. */
function isMissing(what: 'account' | 'gift', { _id }: StoredRedemption): false {
  console.error(JSON.stringify({ level: 'error', redemption: _id, missing: what }));
  return false;
}
