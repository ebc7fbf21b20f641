import { dayOf, instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { returnShares } from '../pooling/return-shares';
import { settleClaim } from '../pooling/settle-claim';
import { type StoredPool, toBeTold } from '../rules/pool';
import { pools } from '../store';

/** Pools that one sweep looks at; the rest waits a minute. */
const poolsAtOnce = 50;

/** Closes pools whose last day is over, settles claims that were left behind, and gives back what has to go back. */
export async function settlePools(cutoff: Instant, now: Date) {
  const counts = { pooled: await closeOverdue(now), sharesReturned: 0 };
  const moving = await pools.list({ where: { isMoving: true }, sortedBy: '_id', limit: poolsAtOnce });
  for (const pool of moving) {
    for (const claim of pool.claims.filter(({ at }) => at <= cutoff)) await settleClaim(pool, claim);
    if (pool.state === 'returning') counts.sharesReturned += await returnShares(pool, instant(now));
    else await restWhenSettled(pool);
  }
  return counts;
}

/** A charity has reached what it has; a gift that is short of its target gives everything back. */
async function closeOverdue(now: Date): Promise<number> {
  const due = await pools.list({
    where: { isOpen: true, closesOn: is.below(dayOf(now)) },
    sortedBy: 'closesOn',
    limit: poolsAtOnce,
  });
  for (const { _id, kind, closesOn } of due) {
    const state = kind === 'charity' ? 'reached' : 'returning';
    await pools.changeOne(
      { _id, state: 'open', closesOn },
      { state, isOpen: false, isMoving: true, ...toBeTold(instant(now)) },
    );
  }
  return due.length;
}

async function restWhenSettled({ _id, claims }: StoredPool): Promise<void> {
  if (claims.length > 0) return;
  await pools.changeOne({ _id, state: is.not('returning'), 'claims.0': is.absent() }, { isMoving: false });
}
