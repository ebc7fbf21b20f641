import { instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { nothingPending } from '../rules/account';
import { accounts } from '../store';

/** A function lives at most 20 s: what was booked longer ago than this stands in its account or in the ledger. */
const bookedWithinMillis = 60_000;

/**
 * The moment up to which every movement that was booked has become an entry: nothing older is pending in any account,
 * and no call that is still running can book something older.
 */
export async function writtenUntil(now: Date): Promise<Instant> {
  const quiet = instant(new Date(now.getTime() - bookedWithinMillis));
  const [behind] = await accounts.list({
    where: { pendingSince: is.below(nothingPending) },
    sortedBy: 'pendingSince',
    limit: 1,
  });
  return behind && behind.pendingSince < quiet ? behind.pendingSince : quiet;
}
