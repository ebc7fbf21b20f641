import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { booking } from '../books/booking';
import { countTaken } from '../count-taken';
import { type RedemptionMovement, undoneDebit } from '../rules/redeem-gift';
import { accounts } from '../store';

/**
 * Takes back a debit whose redemption exists already, paid by another debit: the request was a replay older than the
 * account's memory. Exactly once: the debit has to be pending, and not undone.
 */
export async function undoDebit(debit: RedemptionMovement, at: Instant): Promise<void> {
  const { redemption, reservation } = debit;
  const movement = undoneDebit(debit, at);
  await accounts.changeOne(
    { _id: redemption.personId, 'pending.reservation': reservation, 'pending.undoes': is.not(reservation) },
    {
      ...booking([movement]),
      ...countTaken(redemption, -1),
      recent: by.pulling({ requestId: redemption.requestId }),
    },
  );
}
