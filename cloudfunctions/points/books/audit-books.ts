import type { Account } from '../rules/account';
import { type StoredGift, termsOf } from '../rules/gift';
import { inOrder, type Lots, reversed } from '../rules/lots';
import { refundKeyOf } from '../rules/redeem-gift';
import type { StoredRedemption } from '../rules/redemption';
import { takenAt, takenOfPieces } from '../rules/taken';
import { auditAccount, completeLedger, type Report, sumOf, type Violation } from './audit-account';
import { auditParties } from './audit-parties';
import { groupBy } from './group-by';
import type { StoredEntry } from './ledger-chain';
import { redemptionIdOf } from './redemption-id';

/**
 * Checks all books against each other. Holds at any moment between two database requests, not only at rest: what is
 * pending, reserved or on its way back is counted where it is. Everything has to be read at one moment.
 */
export function auditBooks(
  accounts: readonly Account[],
  entries: readonly StoredEntry[],
  gifts: readonly StoredGift[],
  redemptions: readonly StoredRedemption[],
): Violation[] {
  const violations: Violation[] = [];
  const report: Report = (rule, subject, says) => violations.push({ rule, subject, says });
  const known = new Set(accounts.map(({ _id }) => _id));
  for (const { _id, personId } of entries) {
    if (!known.has(personId)) report('I1', _id, 'is an entry without an account');
  }
  const written = groupBy(entries, ({ personId }) => personId);
  const all = withUnwritten(redemptions, accounts);
  const ledgers = accounts.map((account) => {
    const ledger = completeLedger(account, written.get(account._id) ?? [], report);
    auditAccount(account, ledger, report);
    auditTaken(account, ledger, all, gifts, report);
    return ledger;
  });
  auditParties(accounts, ledgers.flat(), report);
  auditRedemptions(all, accounts, ledgers.flat(), report);
  auditMall(all, ledgers.flat(), report);
  auditGifts(gifts, all, report);
  return violations;
}

/** What the sweep still has to finish or undo; 0 everywhere once it has been through (I9). */
export function openIntents(
  accounts: readonly Account[],
  gifts: readonly StoredGift[],
  redemptions: readonly StoredRedemption[],
): { pending: number; reserved: number; returning: number } {
  return {
    pending: accounts.reduce((sum, { pending }) => sum + pending.length, 0),
    reserved: gifts.reduce((sum, { reservations, returned }) => sum + reservations.length + returned.length, 0),
    returning: redemptions.filter(({ returningSince }) => returningSince !== null).length,
  };
}

/** The redemptions, and those that are paid but not written yet. */
function withUnwritten(
  redemptions: readonly StoredRedemption[],
  accounts: readonly Account[],
): Map<string, StoredRedemption> {
  const all = new Map(redemptions.map((redemption) => [redemption._id, redemption]));
  for (const { redemption } of accounts.flatMap(({ pending }) => pending)) {
    if (redemption && !all.has(redemption._id)) all.set(redemption._id, redemption);
  }
  return all;
}

/** I12: what an account counts per gift, month and year is what its ledger says, and within the gift's limits. */
function auditTaken(
  account: Account,
  ledger: readonly StoredEntry[],
  redemptions: ReadonlyMap<string, StoredRedemption>,
  gifts: readonly StoredGift[],
  report: Report,
): void {
  const net = new Map<string, number>();
  for (const { cause } of ledger) {
    if (cause.kind !== 'redemption' && cause.kind !== 'redemptionCancelled') continue;
    net.set(cause.redemptionId, (net.get(cause.redemptionId) ?? 0) + (cause.kind === 'redemption' ? 1 : -1));
  }
  const held = [...net].flatMap(([redemptionId, count]) => {
    const redemption = redemptions.get(redemptionId);
    return redemption ? Array.from({ length: count }, () => redemption) : [];
  });
  const counted = takenOfPieces(held);
  for (const giftId of new Set([...Object.keys(account.taken), ...Object.keys(counted.taken)])) {
    for (const at of new Set(held.filter((piece) => piece.giftId === giftId).map((piece) => piece.at))) {
      auditLimits(account, giftId, at, gifts, report);
    }
    const says = sumsOf(account, giftId);
    const should = sumsOf(counted, giftId);
    if (says !== should) report('I5', account._id, `counts ${says} of ${giftId}, its ledger ${should}`);
  }
}

/** Everything an account counts of a gift, as one text; a count that went back to 0 is none. */
function sumsOf({ taken, takenIn }: Pick<Account, 'taken' | 'takenIn'>, giftId: string): string {
  const within = Object.entries(takenIn[giftId] ?? {}).filter(([, count]) => count !== 0);
  return [taken[giftId] ?? 0, ...within.map(([period, count]) => `${period}: ${count}`).sort()].join(', ');
}

function auditLimits(account: Account, giftId: string, at: string, gifts: readonly StoredGift[], report: Report): void {
  const gift = gifts.find(({ _id }) => _id === giftId);
  if (!gift) return;
  const { perPersonLimit, monthlyLimit, yearlyLimit } = termsOf(gift);
  const { person, month, year } = takenAt(account, giftId, at);
  const compared = [
    [person, perPersonLimit],
    [month, monthlyLimit],
    [year, yearlyLimit],
  ] as const;
  for (const [has, limit] of compared) {
    if (limit !== null && has > limit) report('I12', account._id, `has ${has} of ${giftId}, allowed are ${limit}`);
  }
}

/** I5: one redemption and one debit a request; a debit too many is on its way to be undone; one refund at most. */
function auditRedemptions(
  redemptions: ReadonlyMap<string, StoredRedemption>,
  accounts: readonly Account[],
  entries: readonly StoredEntry[],
  report: Report,
): void {
  const pending = new Set(accounts.flatMap((account) => account.pending.map(({ key }) => key)));
  const keys = new Map(entries.map((entry) => [entry._id, entry]));
  const moves = groupBy(entries, ({ cause }) => ('redemptionId' in cause ? cause.redemptionId : ''));
  for (const redemptionId of moves.keys()) {
    if (redemptionId !== '' && !redemptions.has(redemptionId)) report('I5', redemptionId, 'was paid but is not there');
  }
  for (const redemption of redemptions.values()) {
    const { _id, personId, requestId, costPoints, state, returningSince } = redemption;
    if (_id !== redemptionIdOf(personId, requestId)) report('I5', _id, 'does not follow from person and request');
    const debits = (moves.get(_id) ?? []).filter(({ cause }) => cause.kind === 'redemption');
    const paying = debits.filter((entry) => entry._id === debitKeyOf(redemption));
    if (paying.length !== 1 || paying[0]?.points !== -costPoints) report('I5', _id, 'was not paid exactly once');
    if (!isSameLots(paying[0]?.lots, redemption.lots)) report('I10', _id, 'knows other lots than those that paid');
    const refund = keys.get(refundKeyOf(_id));
    if (refund && !isSameLots(refund.lots, reversed(redemption.lots))) report('I10', _id, 'went back into other lots');
    for (const debit of debits.filter((entry) => entry._id !== debitKeyOf(redemption))) {
      const isUndone = keys.has(debit._id.replace('.redeemed.', '.undone.'));
      if (!isUndone && !pending.has(debit._id)) report('I5', debit._id, 'was paid a second time');
    }
    const isRefunded = keys.has(refundKeyOf(_id));
    const isGivenUp = state === 'cancelled' || state === 'refunded';
    if (isRefunded && !isGivenUp) report('I5', _id, `was refunded but is ${state}`);
    if (!isRefunded && isGivenUp && returningSince === null) report('I5', _id, 'was never refunded');
  }
}

const isSameLots = (one: Lots | undefined, other: Lots) =>
  JSON.stringify(inOrder(one ?? {})) === JSON.stringify(inOrder(other));

const debitKeyOf = ({ _id, reservation }: StoredRedemption) => `${_id}.redeemed.${reservation}`;

/** I2: what all accounts paid to the mall is what the redemptions cost that were not refunded. */
function auditMall(
  redemptions: ReadonlyMap<string, StoredRedemption>,
  entries: readonly StoredEntry[],
  report: Report,
): void {
  const keys = new Set(entries.map(({ _id }) => _id));
  const bought = [...redemptions.values()].filter(({ _id }) => !keys.has(refundKeyOf(_id)));
  const worth = bought.reduce((sum, { costPoints }) => sum + costPoints, 0);
  const paying = new Set([...redemptions.values()].flatMap((one) => [debitKeyOf(one), refundKeyOf(one._id)]));
  const paid = -sumOf(entries.filter(({ _id }) => paying.has(_id)));
  if (paid !== worth) report('I2', 'mall', `was paid ${paid} for redemptions worth ${worth}`);
}

/** I3, I4: no piece is lost or made. */
function auditGifts(
  gifts: readonly StoredGift[],
  redemptions: ReadonlyMap<string, StoredRedemption>,
  report: Report,
): void {
  const byGift = groupBy([...redemptions.values()], ({ giftId }) => giftId);
  for (const { _id, stock, supplied, reservations, returned } of gifts) {
    if (stock < 0) report('I3', _id, `has ${stock} in stock`);
    const mine = byGift.get(_id) ?? [];
    const out = mine.filter((redemption) => !isBackInStock(redemption, returned));
    const paidFor = new Set(mine.map(({ reservation }) => reservation));
    const unpaid = reservations.filter(({ token }) => !paidFor.has(token));
    const accounted = stock + out.length + unpaid.length;
    if (accounted !== supplied) report('I4', _id, `was supplied with ${supplied}, accounted for are ${accounted}`);
  }
}

const isBackInStock = ({ _id, state, pieceReturns, returningSince }: StoredRedemption, returned: readonly string[]) =>
  (state === 'cancelled' || state === 'refunded') &&
  pieceReturns &&
  (returningSince === null || returned.includes(_id));
