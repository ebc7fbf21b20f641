import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { bookOnce } from '../books/book-once';
import { countTaken } from '../count-taken';
import { reservationLimit } from '../rules/gift';
import { refundMovement } from '../rules/redeem-gift';
import type { StoredRedemption } from '../rules/redemption';
import { gifts, redemptions } from '../store';

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

async function refundPoints(redemption: StoredRedemption, at: Instant): Promise<boolean> {
  const movement = refundMovement(redemption, at);
  const change = countTaken(redemption, -1);
  return (await bookOnce(redemption.personId, movement.key, () => ({ movements: [movement], change }))) !== null;
}

/**
 * Exactly once, by the same thought: the gift is read before the redemption is asked whether its piece is still on the
 * way, and the change holds only while nothing left the gift's list since.
 */
async function returnPiece(cancelled: StoredRedemption): Promise<boolean> {
  const { _id, giftId } = cancelled;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const gift = await gifts.read(giftId);
    if (!gift) return isMissing(cancelled);
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

/** Gifts are never removed. Should one be gone, the sweep must still go on to the other redemptions. */
function isMissing({ _id, giftId }: StoredRedemption): false {
  console.error(JSON.stringify({ level: 'error', redemption: _id, missing: giftId }));
  return false;
}
