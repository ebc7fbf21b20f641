import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { bookOnce } from '../books/book-once';
import { returnedKeyOf, returnedMovement, type StoredPool } from '../rules/pool';
import { pools, shares } from '../store';

/** Shares of one pool that go back in one sweep; the rest waits a minute. */
const sharesAtOnce = 50;

/**
 * Gives everybody back what they paid. May run at any time, twice, and at the same time as itself. A share is written
 * before its claim goes, and no claim is made in this state: a pool without claims has all its shares.
 */
export async function returnShares(pool: StoredPool, at: Instant): Promise<number> {
  const due = await shares.list({
    where: { poolId: pool._id, isReturned: false },
    sortedBy: '_id',
    limit: sharesAtOnce,
  });
  let returned = 0;
  for (const share of due) {
    const movement = returnedMovement(pool, share, at);
    const booked = await bookOnce(share.personId, returnedKeyOf(share._id), () => ({ movements: [movement] }));
    if (!booked) continue;
    await shares.changeOne({ _id: share._id, isReturned: false }, { isReturned: true });
    returned += 1;
  }
  if (due.length === 0 && pool.claims.length === 0) {
    await pools.changeOne(
      { _id: pool._id, state: 'returning', 'claims.0': is.absent() },
      { state: 'returned', isMoving: false },
    );
  }
  return returned;
}
