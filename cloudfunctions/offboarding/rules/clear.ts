import type { ParsedInputOf } from '../../../shared/kernel/contract';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import {
  type HandoverItem,
  mostHandoverItems,
  type RowKind,
  type RowState,
} from '../../../shared/offboarding/separation';
import { refuse } from '../../../shared/refusal';
import type { StoredRow, StoredSeparation } from '../documents';
import { type Act, checkNotOwn } from './decide';
import { unconfirmed } from './settle-money';

type RowWord = Omit<ParsedInputOf<OffboardingContract['settleRow']>, 'separationId' | 'requestId'>;

const isUnderWay = ({ state }: StoredSeparation) => state === 'acknowledged' || state === 'effective';

/** What a row can come to by its kind, besides `open`, `stuck` and `notNeeded`. */
const endings: Record<Exclude<RowKind, 'certificate'>, readonly RowState[]> = {
  handover: ['done'],
  return: ['returned', 'costAgreed'],
  account: ['done'],
  money: ['done', 'costAgreed'],
  paper: ['done'],
  statutory: ['done'],
};

function checkWord(separation: StoredSeparation, row: StoredRow, { outcome, words, costFen }: RowWord): void {
  if (row.kind === 'certificate') refuse('row_not_found');
  const isEnding = endings[row.kind].includes(outcome);
  if (!isEnding && !['open', 'stuck', 'notNeeded'].includes(outcome)) refuse('row_outcome_wrong');
  if (['stuck', 'notNeeded', 'costAgreed'].includes(outcome) && words === '') refuse('row_words_wanted');
  if (outcome === 'costAgreed' && (costFen ?? 0) === 0) refuse('row_cost_wanted');
  const open = separation.handover.filter(({ takenAt }) => takenAt === null).length;
  const isUnsigned = open > 0 || separation.handover.length === 0;
  if (row.kind === 'handover' && outcome === 'done' && isUnsigned) refuse('handover_unsigned', { open });
  const changesCost = outcome === 'costAgreed' || row.state === 'costAgreed';
  if (changesCost && separation.settlement?.state === 'paid') refuse('settlement_paid');
}

/** What became of a row. A cost that comes or goes sends a confirmed statement back to finance. */
export function settleRow(separation: StoredSeparation, word: RowWord, act: Act): StoredSeparation {
  checkNotOwn(separation, act);
  if (!isUnderWay(separation)) refuse('leaving_step_passed');
  const row = separation.rows.find(({ rowId }) => rowId === word.rowId);
  if (!row) return refuse('row_not_found');
  checkWord(separation, row, word);
  const { outcome, words, costFen, evidenceFileId } = word;
  const isSettled = outcome !== 'open' && outcome !== 'stuck';
  const after: StoredRow = {
    ...row,
    state: outcome,
    words: words === '' ? null : words,
    costFen: outcome === 'costAgreed' ? costFen : null,
    evidenceFileId: evidenceFileId ?? row.evidenceFileId,
    settledBy: isSettled ? act.name : null,
    settledAt: isSettled ? act.at : null,
  };
  const rows = separation.rows.map((one) => (one.rowId === row.rowId ? after : one));
  const { settlement } = separation;
  const isStale = settlement?.state === 'confirmed' && after.costFen !== row.costFen;
  return { ...separation, rows, settlement: isStale ? unconfirmed(settlement) : settlement };
}

/** 同路 settles the certificate's row once the certificate was issued. */
export function certificateIssued(separation: StoredSeparation, at: string): StoredSeparation {
  const rows = separation.rows.map((row) =>
    row.kind === 'certificate' && row.state === 'open'
      ? { ...row, state: 'done' as const, settledBy: '系统', settledAt: at }
      : row,
  );
  return { ...separation, rows };
}

function checkListing(separation: StoredSeparation): void {
  if (!isUnderWay(separation)) refuse('leaving_step_passed');
}

export function addHandoverItem(
  separation: StoredSeparation,
  item: Pick<HandoverItem, 'itemId' | 'what' | 'where' | 'receiverId' | 'receiverName'>,
): StoredSeparation {
  checkListing(separation);
  if (item.receiverId === separation.personId) refuse('handover_to_leaver');
  if (separation.handover.length >= mostHandoverItems) refuse('handover_full');
  return { ...separation, handover: [...separation.handover, { ...item, givenAt: null, takenAt: null }] };
}

function itemIn({ handover }: StoredSeparation, itemId: string): HandoverItem {
  return handover.find((item) => item.itemId === itemId) ?? refuse('handover_item_not_found');
}

export function removeHandoverItem(separation: StoredSeparation, itemId: string): StoredSeparation {
  checkListing(separation);
  if (itemIn(separation, itemId).givenAt !== null) refuse('handover_signed');
  return { ...separation, handover: separation.handover.filter((item) => item.itemId !== itemId) };
}

/** Somebody else is to take it over. Where it is and that it was given does not change by that. */
export function reassignHandoverItem(
  separation: StoredSeparation,
  itemId: string,
  receiver: Pick<HandoverItem, 'receiverId' | 'receiverName'>,
): StoredSeparation {
  checkListing(separation);
  const item = itemIn(separation, itemId);
  if (item.takenAt !== null) refuse('handover_taken');
  if (receiver.receiverId === separation.personId) refuse('handover_to_leaver');
  const handover = separation.handover.map((one) => (one.itemId === itemId ? { ...one, ...receiver } : one));
  return { ...separation, handover };
}

/** Two signatures: the leaver's that it was given, then the receiver's that it was taken over. */
export function signHandoverItem(separation: StoredSeparation, itemId: string, act: Act): StoredSeparation {
  checkListing(separation);
  const item = itemIn(separation, itemId);
  const isLeaver = act.personId === separation.personId;
  if (!isLeaver && act.personId !== item.receiverId) refuse('handover_item_not_found');
  if (!isLeaver && item.givenAt === null) refuse('handover_not_given');
  const signed = isLeaver ? { ...item, givenAt: item.givenAt ?? act.at } : { ...item, takenAt: item.takenAt ?? act.at };
  return { ...separation, handover: separation.handover.map((one) => (one.itemId === itemId ? signed : one)) };
}
