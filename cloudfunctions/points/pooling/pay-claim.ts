import { bookable, booking } from '../books/booking';
import { type Account, isBooked } from '../rules/account';
import { type Lots, type Spending, spendable, taking } from '../rules/lots';
import { type Claim, paidMovement, type StoredPool } from '../rules/pool';
import { accounts, ledger } from '../store';

/** How often the account may be overtaken by others. */
const tries = 4;

/** The lots that paid; or why nothing was paid, for certain. */
export type Payment = { lots: Lots } | 'short' | 'overtaken';

/**
 * Pays a claim exactly once. Holds only with the fence that was read before the claim was made: whoever gives the claim
 * up raises it first (docs/adr/0003, "Once, when the list has forgotten").
 */
export async function payClaim(pool: StoredPool, claim: Claim, before: Account, spending: Spending): Promise<Payment> {
  let account: Account | null = before;
  for (let attempt = 0; attempt < tries && account; attempt += 1) {
    const earlier = await paidLots(account, claim);
    if (earlier) return { lots: earlier };
    const lots = taking(spendable(account.lots, spending), claim.points);
    if (!lots) return 'short';
    const movement = paidMovement(pool, claim, lots);
    const paid = await accounts.changeOne(
      { _id: claim.personId, fence: before.fence, 'settled.seq': account.settled.seq, ...bookable([movement]) },
      booking([movement]),
    );
    if (paid) return { lots };
    account = await accounts.read(claim.personId);
  }
  return 'overtaken';
}

/** The lots by which a claim was paid, if it was: what is pending, or what stands in the ledger. */
export async function paidLots(account: Account, { shareId }: Pick<Claim, 'shareId'>): Promise<Lots | null> {
  const key = `${shareId}.paid`;
  const pending = account.pending.find((movement) => movement.key === key);
  if (pending) return pending.lots;
  const entry = await ledger.read(key);
  if (entry) return entry.lots;
  return isBooked(account, key) ? Promise.reject(new Error(`${key} is booked but stands nowhere`)) : null;
}
