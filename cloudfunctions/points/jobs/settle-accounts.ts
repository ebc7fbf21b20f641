import { dayOf, instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import { by, type Collection, is } from '../../platform/db';
import { pendingEntries, settledAfter } from '../books/ledger-chain';
import { type Account, latelyLimit, type Movement, nothingPending } from '../rules/account';
import { stillCounted } from '../rules/earning';
import { lotsAfter } from '../rules/lots';
import type { RedemptionMovement } from '../rules/redeem-gift';
import { accounts, ledger, redemptions } from '../store';
import { creditGift } from './credit-gift';
import { undoDebit } from './undo-debit';

const accountsAtOnce = 100;
/** Per account and round, so that a round stays within a few requests. */
const movementsAtOnce = 20;
const rounds = 10;
/** Ids in one look-up, well below what one request may return. */
const idsAtOnce = 500;
/** How long an account refuses a key again that it settled: far longer than any function lives. */
const latelyMillis = 10 * 60_000;

/** Makes sure that what pending movements stand for is written, and then lets them go. */
export async function settleAccounts(cutoff: Instant, now: Instant): Promise<{ settled: number; damaged: number }> {
  const counts = { settled: 0, damaged: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const due = await accounts.list({
      where: { pendingSince: is.atMost(cutoff) },
      sortedBy: 'pendingSince',
      limit: accountsAtOnce,
    });
    const { settled, damaged } = await settleRound(due, now);
    counts.settled += settled;
    counts.damaged = damaged;
    if (settled === 0) break;
  }
  return counts;
}

/** Settles what is pending on one account, as somebody is about to read its ledger. */
export async function settleAccount(account: Account, now: Instant): Promise<void> {
  let known: Account | null = account;
  for (let round = 0; round < rounds && known && known.pending.length > 0; round += 1) {
    const { settled } = await settleRound([known], now);
    if (settled === 0 || known.pending.length <= movementsAtOnce) return;
    known = await accounts.read(account._id);
  }
}

async function settleRound(due: readonly Account[], now: Instant) {
  const moved = due.map((account) => ({ account, movements: account.pending.slice(0, movementsAtOnce) }));
  const waiting = await writeRedemptions(moved.flatMap(({ movements }) => movements).filter(isRedemption), now);
  const owing = await creditGifts(moved);
  const { absent, damaged } = await writeEntries(moved);
  const held = [waiting, owing, absent, damaged];
  const ready = moved.filter(({ account }) => !held.some((persons) => persons.has(account._id)));
  const settled = await Promise.all(ready.map(({ account, movements }) => settle(account, movements, now)));
  return { settled: settled.filter(Boolean).length, damaged: damaged.size };
}

interface Moved {
  account: Account;
  movements: readonly Movement[];
}

const isRedemption = (movement: Movement): movement is RedemptionMovement =>
  movement.redemption !== null && movement.reservation !== null;

/** Writes redemptions that are missing; the persons whose accounts have to wait for another round. */
async function writeRedemptions(debits: readonly RedemptionMovement[], now: Instant): Promise<Set<string>> {
  const written = await readAll(
    redemptions,
    debits.map(({ redemption }) => redemption._id),
  );
  const missing = debits.filter(({ redemption }) => !written.has(redemption._id));
  const isWritten = missing.length === 0 || (await redemptions.insertMany(missing.map(({ redemption }) => redemption)));
  const foreign = debits.filter(({ redemption, reservation }) => {
    const known = written.get(redemption._id);
    return known !== undefined && known.reservation !== reservation;
  });
  for (const debit of foreign) await undoDebit(debit, now);
  return new Set(isWritten ? [] : missing.map(({ redemption }) => redemption.personId));
}

/** Brings gifts to their receivers; the givers whose accounts have to wait for another round. */
async function creditGifts(moved: readonly Moved[]): Promise<Set<string>> {
  const owing = new Set<string>();
  for (const { account, movements } of moved) {
    for (const movement of movements) {
      if (!(await creditGift(account._id, movement))) owing.add(account._id);
    }
  }
  return owing;
}

/**
 * Writes entries that are missing. An entry that says something else than its movement was altered: the account is left
 * as it is, and the operator is told.
 */
async function writeEntries(moved: readonly Moved[]) {
  const entries = moved.flatMap(({ account, movements }) => pendingEntries(account).slice(0, movements.length));
  const written = await readAll(
    ledger,
    entries.map(({ _id }) => _id),
  );
  const missing = entries.filter(({ _id }) => !written.has(_id));
  const isWritten = missing.length === 0 || (await ledger.insertMany(missing));
  const altered = entries.filter(({ _id, hash }) => written.has(_id) && written.get(_id)?.hash !== hash);
  for (const { _id } of altered) console.error(JSON.stringify({ level: 'error', ledger: 'altered', entry: _id }));
  return {
    absent: new Set(isWritten ? [] : missing.map(({ personId }) => personId)),
    damaged: new Set(altered.map(({ personId }) => personId)),
  };
}

/**
 * Lets the first movements go. Holds only while nothing was settled and nothing added since the account was read; so
 * lots that are empty and days that no longer count can be cleared in the same stroke.
 */
async function settle(account: Account, movements: readonly Movement[], now: Instant): Promise<boolean> {
  const { _id, pending, settled, lots, earned } = account;
  const count = movements.length;
  const rest = pending.slice(count).map(({ bookedAt }) => bookedAt);
  const since = instant(new Date(Date.parse(now) - latelyMillis));
  const lately = account.lately.filter(({ at }) => at > since);
  if (count === 0 || lately.length + count > latelyLimit) return false;
  const changed = await accounts.changeOne(
    { _id, 'settled.seq': settled.seq, [`pending.${pending.length}`]: is.absent() },
    {
      settled: by.exactly(settledAfter(account, count)),
      pending: by.exactly(pending.slice(count)),
      pendingSince: rest.reduce((one, other) => (one < other ? one : other), nothingPending),
      lately: by.exactly([...lately, ...movements.map(({ key }) => ({ key, at: now }))]),
      lots: by.exactly(lotsAfter(lots, {})),
      earned: by.exactly(stillCounted(earned, dayOf(now))),
    },
  );
  return changed !== null;
}

async function readAll<Document extends { _id: string }>(
  from: Collection<Document>,
  ids: readonly string[],
): Promise<Map<string, Document>> {
  const found = new Map<string, Document>();
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const some = ids.slice(start, start + idsAtOnce);
    for (const document of await from.list({ where: { _id: is.among(some) }, limit: idsAtOnce })) {
      found.set(document._id, document);
    }
  }
  return found;
}
