import type { Instant } from '../../../shared/kernel/scalar';
import { by, type Collection, is } from '../../platform/db';
import { pendingEntries, settledAfter } from '../books/ledger-chain';
import type { Account, Movement } from '../rules/account';
import type { RedemptionMovement } from '../rules/redeem-gift';
import { accounts, ledger, redemptions } from '../store';
import { undoDebit } from './undo-debit';

const accountsAtOnce = 100;
/** Per account and round, so that a round stays within a few requests. */
const movementsAtOnce = 20;
const rounds = 10;
/** Ids in one look-up, well below what one request may return. */
const idsAtOnce = 500;

/** Makes sure that what pending movements stand for is written, and then lets them go. */
export async function settleAccounts(cutoff: Instant, now: Instant): Promise<{ settled: number; damaged: number }> {
  const counts = { settled: 0, damaged: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const due = await accounts.list({
      where: { pendingSince: is.atMost(cutoff) },
      sortedBy: 'pendingSince',
      limit: accountsAtOnce,
    });
    const { settled, damaged } = await settleRound(due, cutoff, now);
    counts.settled += settled;
    counts.damaged = damaged;
    if (settled === 0) break;
  }
  return counts;
}

/** The movements of an account, from the front, that were left behind. */
function leftBehind({ pending }: Account, cutoff: Instant): Movement[] {
  const younger = pending.findIndex(({ at }) => at > cutoff);
  return pending.slice(0, Math.min(younger < 0 ? pending.length : younger, movementsAtOnce));
}

async function settleRound(due: readonly Account[], cutoff: Instant, now: Instant) {
  const moved = due.map((account) => ({ account, movements: leftBehind(account, cutoff) }));
  const waiting = await writeRedemptions(moved.flatMap(({ movements }) => movements).filter(isRedemption), now);
  const { absent, damaged } = await writeEntries(moved);
  const ready = moved.filter(({ account }) => ![waiting, absent, damaged].some((held) => held.has(account._id)));
  const settled = await Promise.all(ready.map(({ account, movements }) => settle(account, movements.length)));
  return { settled: settled.filter(Boolean).length, damaged: damaged.size };
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

/**
 * Writes entries that are missing. An entry that says something else than its movement was altered: the account is left
 * as it is, and the operator is told.
 */
async function writeEntries(moved: readonly { account: Account; movements: readonly Movement[] }[]) {
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

/** Lets the first movements go. Holds only while nothing was settled and nothing added since the account was read. */
async function settle(account: Account, count: number): Promise<boolean> {
  const { _id, pending, settled } = account;
  const rest = pending.slice(count);
  const changed = await accounts.changeOne(
    { _id, 'settled.seq': settled.seq, [`pending.${pending.length}`]: is.absent() },
    {
      settled: by.exactly(settledAfter(account, count)),
      pending: by.exactly(rest),
      pendingSince: rest[0]?.at ?? null,
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
