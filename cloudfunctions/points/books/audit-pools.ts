import type { Account } from '../rules/account';
import { type Claim, paidKeyOf, returnedKeyOf, type StoredPool, type StoredShare } from '../rules/pool';
import { completeLedger } from './audit-account';
import { groupBy } from './group-by';
import type { StoredEntry } from './ledger-chain';

/**
 * Checks pools against accounts, at any moment: nothing beyond a target or a person's limit, room + promised + paid =
 * the target, each share one debit, each return one credit of the very lots.
 */
export function auditPools(
  accounts: readonly Account[],
  written: readonly StoredEntry[],
  pools: readonly StoredPool[],
  shares: readonly StoredShare[],
): string[] {
  const violations: string[] = [];
  const byPerson = groupBy(written, ({ personId }) => personId);
  const ledgers = accounts.flatMap((account) => completeLedger(account, byPerson.get(account._id) ?? [], () => {}));
  const entries = new Map(ledgers.map((entry) => [entry._id, entry]));
  const claims = pools.flatMap((pool) => pool.claims.map((claim) => claim.shareId));
  const kept = new Set(shares.map(({ _id }) => _id));
  for (const { _id, cause } of ledgers) {
    if (cause.kind !== 'pooled') continue;
    const shareId = _id.slice(0, -'.paid'.length);
    if (!kept.has(shareId) && !claims.includes(shareId)) violations.push(`${_id} was paid and is no share`);
  }
  for (const { _id, points, lots } of shares) {
    const paid = entries.get(paidKeyOf(_id));
    if (paid?.points !== -points) violations.push(`${_id} is a share of ${points}, paid were ${paid?.points}`);
    const back = entries.get(returnedKeyOf(_id));
    const isSame = Object.entries(lots).every(([day, taken]) => back?.lots[day] === -taken);
    if (back && (back.points !== points || !isSame)) violations.push(`${_id} came back otherwise than it was paid`);
  }
  return [...violations, ...pools.flatMap((pool) => auditPool(pool, shares, entries))];
}

const sumOf = (parts: readonly Pick<Claim, 'points'>[]) => parts.reduce((sum, { points }) => sum + points, 0);

function auditPool(
  { _id, target, room, claims, perPerson, paidPoints, state }: StoredPool,
  shares: readonly StoredShare[],
  entries: ReadonlyMap<string, StoredEntry>,
): string[] {
  const mine = shares.filter(({ poolId }) => poolId === _id);
  // A share is written a moment before its claim goes.
  const counted = mine.filter((share) => !claims.some(({ shareId }) => shareId === share._id));
  const says: string[] = [];
  if (room < 0 || room + sumOf(claims) + sumOf(counted) !== target) says.push(`${_id} has room for ${room}`);
  if (paidPoints !== sumOf(counted)) says.push(`${_id} says ${paidPoints}, its shares ${sumOf(counted)}`);
  for (const [personId, own] of groupBy([...claims, ...counted], (one) => one.personId)) {
    if (sumOf(own) > perPerson) says.push(`${personId} paid ${sumOf(own)} into ${_id}, allowed are ${perPerson}`);
  }
  const returned = mine.filter((share) => entries.has(returnedKeyOf(share._id)));
  if (returned.length > 0 && state !== 'returning' && state !== 'returned')
    says.push(`${_id} gave back while ${state}`);
  if (state === 'returned' && returned.length < mine.length) says.push(`${_id} is returned but owes somebody`);
  return says;
}
