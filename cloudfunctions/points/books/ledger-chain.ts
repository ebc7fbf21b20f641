import { createHash } from 'node:crypto';
import type { PointLedgerEntry } from '../../../shared/points/model';
import type { Account, Movement, Settled } from '../rules/account';

/** 积分流水 as stored. */
export interface StoredEntry extends PointLedgerEntry {
  /** The number of the entry within its account, from 1, padded: the order of the list. */
  sort: string;
  /** Over the hash of the entry before and everything this one says: a removed or altered entry is found. */
  hash: string;
}

/** The number of an entry as the list sorts it. */
export function sortOf(seq: number): string {
  return String(seq).padStart(10, '0');
}

/** The hash of an entry, given the hash of the one before it (empty for the first). */
export function chained(before: string, entry: Omit<StoredEntry, 'hash'>): string {
  const cause = Object.entries(entry.cause).sort(([one], [other]) => (one < other ? -1 : 1));
  const { _id, personId, points, balanceAfter, at, sort } = entry;
  const text = JSON.stringify([before, _id, personId, points, balanceAfter, cause, at, sort]);
  return createHash('sha256').update(text).digest('base64url');
}

/** The ledger entries of movements that follow a settled state, in their order. */
export function entriesAfter(personId: string, settled: Settled, movements: readonly Movement[]): StoredEntry[] {
  let { seq, balance, hash } = settled;
  return movements.map(({ key, points, cause, at }) => {
    seq += 1;
    balance += points;
    const entry = { _id: key, personId, points, balanceAfter: balance, cause, at, sort: sortOf(seq) };
    hash = chained(hash, entry);
    return { ...entry, hash };
  });
}

/** The entries of all movements of this account that are not settled yet. */
export function pendingEntries(account: Account): StoredEntry[] {
  return entriesAfter(account._id, account.settled, account.pending);
}

/** The settled state once the first `count` pending movements are written. */
export function settledAfter(account: Account, count: number): Settled {
  const last = pendingEntries(account).at(count - 1);
  if (count < 1 || !last) return account.settled;
  return { seq: account.settled.seq + count, balance: last.balanceAfter, hash: last.hash };
}

/** The entry that a movement of this account, not settled yet, becomes. */
export function entryOf(account: Account, key: string): StoredEntry {
  const entry = pendingEntries(account).find(({ _id }) => _id === key);
  if (!entry) throw new Error(`the account has no pending movement ${key}`);
  return entry;
}
