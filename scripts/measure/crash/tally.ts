import type { Violation } from '../../../cloudfunctions/points/books/audit-account';
import { auditBooks, openIntents } from '../../../cloudfunctions/points/books/audit-books';
import { partyTotals } from '../../../cloudfunctions/points/books/audit-parties';
import type { Cloud } from '../../../simulator/cloud/start-cloud';
import type { Evidence } from './operations';

type Books = Parameters<typeof auditBooks>;

const read = <Kind>(cloud: Cloud, collection: string) => cloud.documents(collection) as unknown as Kind[];

/** What became of what was acknowledged, and what the books say of themselves. */
export interface CrashTally {
  lost: number;
  duplicated: number;
  unfinished: number;
  sum: number;
  minStock: number;
  violations: Violation[];
}

/** Reads the books as they are at rest. */
export function tallyOf(cloud: Cloud, acknowledged: ReadonlyMap<string, Evidence>): CrashTally {
  const accounts = read<Books[0][number]>(cloud, 'pointAccounts');
  const entries = read<Books[1][number]>(cloud, 'pointLedgerEntries');
  const gifts = read<Books[2][number]>(cloud, 'gifts');
  const redemptions = read<Books[3][number]>(cloud, 'redemptions');
  const written = new Set(entries.map(({ _id }) => _id));
  const states = new Map(redemptions.map(({ _id, state }) => [_id, state]));
  const isThere = (evidence: Evidence) => {
    if (evidence.kind === 'entry') return written.has(evidence.id);
    const state = states.get(evidence.id);
    return (
      state !== undefined && evidence.states.includes(state) && (evidence.entry === null || written.has(evidence.entry))
    );
  };
  const open = openIntents(accounts, gifts, redemptions);
  const persons = accounts.reduce((sum, { balance, giving }) => sum + balance + giving.left, 0);
  const others = Object.values(partyTotals(entries)).reduce((sum, points) => sum + points, 0);
  return {
    lost: [...acknowledged.values()].filter((evidence) => !isThere(evidence)).length,
    duplicated: duplicatesAmong(entries, redemptions),
    unfinished: open.pending + open.reserved + open.returning,
    sum: persons + others,
    minStock: Math.min(...gifts.map(({ stock }) => stock)),
    violations: auditBooks(accounts, entries, gifts, redemptions),
  };
}

/** What happened more than once: debits of one redemption beyond those undone, redemptions of one request, facts. */
function duplicatesAmong(entries: Books[1], redemptions: Books[3]): number {
  const undone = new Set(entries.filter(({ _id }) => _id.includes('.undone.')).map(({ _id }) => _id));
  const happened = [
    ...redemptions.map(({ personId, requestId }) => `redemption ${personId} ${requestId}`),
    ...entries.flatMap(({ _id, personId, cause }) => {
      switch (cause.kind) {
        case 'redemption':
          return undone.has(_id.replace('.redeemed.', '.undone.')) ? [] : [`debit ${cause.redemptionId}`];
        case 'redemptionCancelled':
          return undone.has(_id) ? [] : [`refund ${cause.redemptionId}`];
        case 'earned':
          return [`${personId} ${cause.rule} ${cause.factId}`];
        case 'gave':
          return [`${personId} gave ${cause.factId} ${cause.toPersonId}`];
        case 'received':
          return [`${personId} received ${cause.factId} ${cause.fromPersonId}`];
        case 'voided':
          return [`voided ${cause.entryId}`];
        case 'checkIn':
          return [`${personId} ${cause.day}`];
        default:
          return [_id];
      }
    }),
  ];
  return happened.length - new Set(happened).size;
}
