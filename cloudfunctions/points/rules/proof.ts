import { daysBetween } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { PointAlert } from '../../../shared/points/model';
import { type Account, openAccount, type Proved, pointsOf } from './account';
import { inOrder, type Lots, lotsAfter, sumOfLots } from './lots';

/** An account that could not be proved, and since when HR is to be told; null when they know. */
export type StoredAlert = PointAlert & { tellSince: Instant | null };

/** What the proof needs of a written entry. */
export interface ProvedEntry {
  _id: string;
  pocket: 'spend' | 'give';
  points: number;
  lots: Lots;
  lifetime: number;
  sort: string;
  hash: string;
}

/** Every account is proved from its first entry once in so many nights, the others from where the last proof ended. */
const wholeEveryNights = 28;

/** Whether tonight is the night on which this account is proved from its first entry. */
function isProvedWhole(personId: string, day: Day): boolean {
  const number = [...personId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return daysBetween('2026-01-01', day) % wholeEveryNights === number % wholeEveryNights;
}

/** From where the entries are followed tonight. */
export function provedSince(account: Account, day: Day): Proved {
  return isProvedWhole(account._id, day) ? openAccount(account._id).proved : account.proved;
}

const isSame = (one: Lots, other: Lots) => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

/** How far the entries carry the proof, in the order of the account. */
export function provedAfter(proved: Proved, entries: readonly ProvedEntry[]): Proved {
  const of = (pocket: 'spend' | 'give') => pointsOf(entries.filter((entry) => entry.pocket === pocket));
  return {
    seq: proved.seq + entries.length,
    balance: proved.balance + of('spend'),
    giving: proved.giving + of('give'),
    hash: entries.at(-1)?.hash ?? proved.hash,
    lifetime: entries.reduce((sum, { lifetime }) => sum + lifetime, proved.lifetime),
    lots: entries.reduce((lots, entry) => lotsAfter(lots, entry.lots), proved.lots),
  };
}

/**
 * What does not agree between an account and what its entries come to: the sums at the last settled entry, and with
 * what is pending the pockets and every lot. Empty when all is well.
 */
export function contradictions(account: Account, proved: Proved): string[] {
  const { settled, pending } = account;
  const of = (pocket: 'spend' | 'give') => pointsOf(pending.filter((movement) => movement.pocket === pocket));
  const found: string[] = [];
  if (proved.seq !== settled.seq) found.push(`流水有 ${proved.seq} 笔，账户记了 ${settled.seq} 笔`);
  if (proved.hash !== settled.hash) found.push('流水的最后一笔与账户记的不是同一笔');
  const balance = proved.balance + of('spend');
  if (balance !== account.balance) found.push(`余额是 ${account.balance}，流水合计 ${balance}`);
  const giving = proved.giving + of('give');
  if (giving !== account.giving.left) found.push(`可赠积分是 ${account.giving.left}，流水合计 ${giving}`);
  const lifetime = pending.reduce((sum, movement) => sum + movement.lifetime, proved.lifetime);
  if (lifetime !== account.lifetime) found.push(`累计积分是 ${account.lifetime}，流水合计 ${lifetime}`);
  const lots = pending.reduce((sum, movement) => lotsAfter(sum, movement.lots), proved.lots);
  if (!isSame(lots, account.lots)) found.push('各批积分与流水不符');
  if (sumOfLots(account.lots) !== account.balance) found.push('各批积分合计不等于余额');
  return found;
}
