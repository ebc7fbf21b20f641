import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { personField } from '../rules/giving';
import type { Lots } from '../rules/lots';
import { type Claim, countsPersons, paidKeyOf, type StoredPool, type StoredShare, toBeTold } from '../rules/pool';
import { accounts, pools, shares } from '../store';
import { paidLots } from './pay-claim';

/** The claim was paid: writes the share, then counts it and lets the claim go in one stroke. */
export async function keepShare(pool: StoredPool, claim: Claim, lots: Lots): Promise<StoredPool> {
  const { shareId: _id, personId, points, at, token } = claim;
  const share: StoredShare = { _id, poolId: pool._id, personId, points, lots, isReturned: false, at };
  await shares.insert(share);
  const kept = await pools.changeOne(
    { _id: pool._id, 'claims.token': token },
    { paidPoints: by.adding(points), claims: by.pulling({ token }) },
  );
  const now = kept ?? (await pools.read(pool._id)) ?? pool;
  return (await reachTarget(now, at)) ?? now;
}

/** A target that everybody has paid is reached. */
async function reachTarget({ _id, room, claims }: StoredPool, at: Instant): Promise<StoredPool | null> {
  if (room > 0 || claims.length > 0) return null;
  const reached = { state: 'reached', isOpen: false, ...toBeTold(at) } as const;
  return pools.changeOne({ _id, state: 'open', room: 0, 'claims.0': is.absent() }, reached);
}

/** The claim was not paid and never will be: its room is there again. Exactly once, since its token leaves with it. */
export async function releaseClaim(pool: StoredPool, { token, personId, points }: Claim): Promise<void> {
  const own = countsPersons(pool) ? { [`promised.${personField(personId)}`]: by.adding(-points) } : {};
  await pools.changeOne(
    { _id: pool._id, 'claims.token': token },
    { room: by.adding(points), ...own, claims: by.pulling({ token }) },
  );
}

/** Keeps a claim that was left behind, or gives it up once nobody can pay for it any more; false when not yet. */
export async function settleClaim(pool: StoredPool, claim: Claim): Promise<boolean> {
  const account = await accounts.read(claim.personId);
  const lots = account && (await paidLots(account, claim));
  if (lots) {
    await keepShare(pool, claim, lots);
    return true;
  }
  if (account) {
    const fenced = await accounts.changeOne(
      {
        _id: account._id,
        fence: account.fence,
        'settled.seq': account.settled.seq,
        'pending.key': is.not(paidKeyOf(claim.shareId)),
      },
      { fence: by.adding(1) },
    );
    if (!fenced) return false;
  }
  await releaseClaim(pool, claim);
  return true;
}
