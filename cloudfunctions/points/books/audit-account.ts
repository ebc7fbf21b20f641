import type { Account } from '../rules/account';
import { inOrder, lotsAfter, sumOfLots } from '../rules/lots';
import { chained, pendingEntries, type StoredEntry, sortOf } from './ledger-chain';

/** A rule of docs/domains/points.md that does not hold, and where. */
export interface Violation {
  rule: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I7' | 'I10' | 'I12';
  /** The account, gift, redemption or entry concerned. */
  subject: string;
  says: string;
}

export type Report = (rule: Violation['rule'], subject: string, says: string) => void;

/** The written entries of an account and those that are still pending, in their order; checks the chain. */
export function completeLedger(account: Account, written: readonly StoredEntry[], report: Report): StoredEntry[] {
  const ledger = new Map(written.map((entry) => [entry._id, entry]));
  for (const entry of pendingEntries(account)) {
    const there = ledger.get(entry._id);
    if (there && there.hash !== entry.hash) report('I7', entry._id, 'was written otherwise than it was booked');
    ledger.set(entry._id, there ?? entry);
  }
  const inSequence = [...ledger.values()].sort((one, other) => (one.sort < other.sort ? -1 : 1));
  let before = '';
  const held = { spend: 0, give: 0 };
  inSequence.forEach((entry, index) => {
    const { hash, ...said } = entry;
    held[entry.pocket] += entry.points;
    const holds = held[entry.pocket];
    if (entry.sort !== sortOf(index + 1)) report('I7', entry._id, `stands where number ${index + 1} should`);
    if (hash !== chained(before, said)) report('I7', entry._id, 'was altered, or the entry before it was');
    if (entry.balanceAfter !== holds) report('I1', entry._id, `says ${entry.balanceAfter}, the sum is ${holds}`);
    before = hash;
  });
  const settledHash = account.settled.seq === 0 ? '' : inSequence[account.settled.seq - 1]?.hash;
  if (settledHash !== account.settled.hash) report('I7', account._id, 'its last settled entry is missing or another');
  const booked = account.settled.seq + account.pending.length;
  if (inSequence.length !== booked)
    report('I7', account._id, `booked ${booked} entries, its ledger has ${inSequence.length}`);
  return inSequence;
}

/** I1 sums, by pocket and by lot; I3 never below zero; I12 once a day and once ever. */
export function auditAccount(account: Account, ledger: readonly StoredEntry[], report: Report): void {
  const { _id, balance, lifetime, giving, pendingSince } = account;
  const sum = sumOf(ledger.filter(({ pocket }) => pocket === 'spend'));
  if (sum !== balance) report('I1', _id, `the balance is ${balance}, the entries sum to ${sum}`);
  const allowance = sumOf(ledger.filter(({ pocket }) => pocket === 'give'));
  if (allowance !== giving.left) report('I1', _id, `has ${giving.left} to give, the entries sum to ${allowance}`);
  const earned = ledger.reduce((total, entry) => total + entry.lifetime, 0);
  if (earned !== lifetime) report('I1', _id, `the lifetime is ${lifetime}, earned were ${earned}`);
  auditLots(account, ledger, report);
  if (balance < 0 || giving.left < 0 || ledger.some(({ balanceAfter }) => balanceAfter < 0)) {
    report('I3', _id, 'went below zero');
  }
  if (account.pending.some(({ bookedAt }) => bookedAt < pendingSince)) report('I7', _id, 'would be settled too late');
  auditOnce(account, ledger, report);
}

/** The lots sum to the balance, and each of them to what the entries moved in it. */
function auditLots({ _id, lots, balance }: Account, ledger: readonly StoredEntry[], report: Report): void {
  const moved = ledger.reduce((sum, entry) => lotsAfter(sum, entry.lots), {});
  if (JSON.stringify(inOrder(moved)) !== JSON.stringify(inOrder(lots))) {
    report('I10', _id, `has the lots ${JSON.stringify(inOrder(lots))}, the entries ${JSON.stringify(inOrder(moved))}`);
  }
  if (sumOfLots(lots) !== balance) report('I1', _id, `the balance is ${balance}, the lots sum to ${sumOfLots(lots)}`);
  if (Object.values(lots).some((points) => points < 0)) report('I3', _id, 'has a lot below zero');
  for (const entry of ledger) {
    const expected = entry.pocket === 'spend' ? entry.points : 0;
    if (sumOfLots(entry.lots) !== expected) report('I10', entry._id, 'moved other points than its lots say');
  }
}

function auditOnce({ _id }: Account, ledger: readonly StoredEntry[], report: Report): void {
  const days = ledger.flatMap(({ cause }) => (cause.kind === 'checkIn' ? [cause.day] : []));
  if (new Set(days).size < days.length) report('I12', _id, 'checked in twice on a day');
  if (ledger.filter(({ cause }) => cause.kind === 'joined').length > 1) report('I12', _id, 'was welcomed twice');
  const facts = ledger.flatMap(({ cause }) => (cause.kind === 'earned' ? [`${cause.rule} ${cause.factId}`] : []));
  if (new Set(facts).size < facts.length) report('I12', _id, 'earned by one fact twice');
  const voided = ledger.flatMap(({ cause }) => (cause.kind === 'voided' ? [cause.entryId] : []));
  if (new Set(voided).size < voided.length) report('I12', _id, 'has an entry that was voided twice');
  const ids = new Set(ledger.map((entry) => entry._id));
  for (const entryId of voided.filter((id) => !ids.has(id))) report('I10', entryId, 'was voided but never booked');
}

export const sumOf = (entries: readonly StoredEntry[]) => entries.reduce((sum, { points }) => sum + points, 0);
