import type { Change, Where } from '../../platform/db';
import { type Account, accountWith, isBooked, type Movement, openAccount } from '../rules/account';
import { accounts, ledger } from '../store';
import { bookable, booking } from './booking';
import { pendingEntries, type StoredEntry } from './ledger-chain';

/** What is to be booked on an account as it was read, and what else has to hold and to change in the same stroke. */
export interface Plan {
  movements: readonly Movement[];
  where?: Where;
  change?: Change;
  /** What `change` amounts to for somebody who had no account. */
  facts?: Partial<Account>;
}

/** How often a condition may be overtaken by others before the caller, or the sweep, comes again. */
const tries = 3;

/**
 * Books exactly once, whatever happened before and whoever else is at it: the account is read before the ledger is
 * asked for the entry, and the change holds only while nothing was settled since. What somebody else booked and settled
 * in between therefore makes it fail. `plan` decides on the account as it was read, and may refuse.
 *
 * Three requests. Answers the account as it is then; `isNew` is false when all of it was booked before; null when it
 * was overtaken too often.
 */
export async function bookOnce(
  personId: string,
  key: string,
  plan: (account: Account) => Plan,
): Promise<{ account: Account; isNew: boolean } | null> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const known = await accounts.read(personId);
    const account = known ?? openAccount(personId);
    if (isBooked(account, key) || (await ledger.read(key))) return { account, isNew: false };
    const { movements, where = {}, change = {}, facts = {} } = plan(account);
    if (!known) {
      const opened = accountWith(account, movements, facts);
      if (await accounts.insert(opened)) return { account: opened, isNew: true };
      continue;
    }
    const booked = await accounts.changeOne(
      { _id: personId, 'settled.seq': account.settled.seq, ...bookable(movements), ...where },
      { ...booking(movements), ...change },
    );
    if (booked) return { account: booked, isNew: true };
  }
  return null;
}

/** The entry of a movement that is booked: what is pending as it will be written, otherwise as it was written. */
export async function bookedEntry(account: Account, key: string): Promise<StoredEntry> {
  const entry = pendingEntries(account).find(({ _id }) => _id === key) ?? (await ledger.read(key));
  if (!entry) throw new Error(`${key} is booked but stands nowhere`);
  return entry;
}
