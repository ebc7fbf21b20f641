import { createHash } from 'node:crypto';
import type { PointLedgerEntry } from '../../../shared/points/model';
import { type Account, type Movement, pointsOf, type Settled } from '../rules/account';
import type { Lots } from '../rules/lots';

/** 积分流水 as stored. */
export interface StoredEntry extends PointLedgerEntry {
  /** The points by the lot they came into or left. */
  lots: Lots;
  /** What it added to 累计积分. */
  lifetime: number;
  /** The request that decided it, or null. */
  requestId: string | null;
  /** `<when it was booked>.<_id>`: one order of all entries, for the daily roll-ups. */
  booked: string;
  /** The number of the entry within its account, from 1, padded: the order of the list. */
  sort: string;
  /** Over the hash of the entry before and everything this one says: a removed or altered entry is found. */
  hash: string;
}

/** The number of an entry as the list sorts it. */
export function sortOf(seq: number): string {
  return String(seq).padStart(10, '0');
}

/** Says the same of the same, in whatever order the fields come. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return fields.map(([name, field]) => [name, canonical(field)]);
}

/** The hash of an entry, given the hash of the one before it (empty for the first). */
export function chained(before: string, entry: Omit<StoredEntry, 'hash'>): string {
  const text = JSON.stringify([before, canonical(entry)]);
  return createHash('sha256').update(text).digest('base64url');
}

/** The ledger entries of movements that follow a settled state, in their order. */
export function entriesAfter(personId: string, settled: Settled, movements: readonly Movement[]): StoredEntry[] {
  let { seq, balance, giving, hash } = settled;
  return movements.map((movement) => {
    const { key, points, pocket, from, to, lots, lifetime, cause, at, bookedAt, requestId } = movement;
    seq += 1;
    if (pocket === 'spend') balance += points;
    else giving += points;
    const balanceAfter = pocket === 'spend' ? balance : giving;
    const said = { personId, points, pocket, from, to, balanceAfter, cause, at, lots, lifetime, requestId };
    const entry = { _id: key, ...said, booked: `${bookedAt}.${key}`, sort: sortOf(seq) };
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
  const entries = pendingEntries(account).slice(0, count);
  const last = entries.at(-1);
  if (!last) return account.settled;
  const moved = account.pending.slice(0, entries.length);
  const { seq, balance, giving } = account.settled;
  return {
    seq: seq + entries.length,
    balance: balance + pointsOf(moved.filter(({ pocket }) => pocket === 'spend')),
    giving: giving + pointsOf(moved.filter(({ pocket }) => pocket === 'give')),
    hash: last.hash,
  };
}

/** The entry that a movement of this account, not settled yet, becomes. */
export function entryOf(account: Account, key: string): StoredEntry {
  const entry = pendingEntries(account).find(({ _id }) => _id === key);
  if (!entry) throw new Error(`the account has no pending movement ${key}`);
  return entry;
}
