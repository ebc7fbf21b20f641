import { addDays, monthOf } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { StoredRow, StoredSeparation } from '../documents';
import { acknowledged } from './acknowledge';

/** 劳动合同法 50: kept for two years after the last day. */
const keptDays = 731;
/** What was withdrawn is of no use for long. */
const withdrawnKeptDays = 180;
/** HR has until a week before the last day; a notice takes effect without anybody's acknowledging it. */
const selfAcknowledgeDays = 7;

export const isOpenRow = ({ state }: Pick<StoredRow, 'state'>) => state === 'open' || state === 'stuck';
/** Rows that the target of one workday counts: all but what the law gives fifteen days. */
export const isCounted = ({ kind }: Pick<StoredRow, 'kind'>) => kind !== 'statutory';
export const isLateRow = (row: Pick<StoredRow, 'state' | 'dueOn'>, today: Day) =>
  row.state === 'stuck' || (row.state === 'open' && row.dueOn < today);

/** The last day that holds when nothing else is agreed: what the leaver wished, but not before the law lets it be. */
function expectedLastDay({ legalLastDay, wishedLastDay, submittedOn }: StoredSeparation): Day {
  const legal = legalLastDay ?? submittedOn;
  return wishedLastDay !== null && wishedLastDay > legal ? wishedLastDay : legal;
}

/** When a resignation that nobody acknowledged is acknowledged by itself. */
function selfAcknowledgeOn(separation: StoredSeparation): Day {
  const day = addDays(expectedLastDay(separation), -selfAcknowledgeDays);
  const next = addDays(separation.submittedOn, 1);
  return day < next ? next : day;
}

/** What the calendar brings about by itself up to a day. */
export function turned(before: StoredSeparation, today: Day, at: Instant): StoredSeparation {
  let separation = { ...before, countedOn: today };
  if (separation.state === 'submitted' && today >= selfAcknowledgeOn(separation)) {
    separation = acknowledged(separation, { lastDay: expectedLastDay(separation), by: null, at, today });
  }
  const { state, lastDay } = separation;
  if (state === 'acknowledged' && lastDay !== null && today > lastDay) {
    separation = { ...separation, state: 'effective', effectiveAt: at };
  }
  return settled(separation, today, at);
}

/** Closes what has nothing left to do, and brings in line what lists and the calendar go by. */
function settled(before: StoredSeparation, today: Day, at: Instant): StoredSeparation {
  const open = before.rows.filter(isOpenRow);
  const isClosing = before.state === 'effective' && open.length === 0 && before.settlement?.state === 'paid';
  const separation = isClosing ? { ...before, state: 'closed' as const, closedAt: at } : before;
  const { _id, state, employmentId } = separation;
  const stays = state === 'withdrawn' || state === 'retained';
  const isUnderWay = state === 'acknowledged' || state === 'effective';
  const isCleared = isUnderWay && !open.some(isCounted);
  const clearedOn = state === 'closed' ? separation.clearedOn : isCleared ? (separation.clearedOn ?? today) : null;
  const settled: StoredSeparation = {
    ...separation,
    openKey: stays ? _id : employmentId,
    shelf: state === 'submitted' || state === 'acknowledged' ? 'running' : state === 'effective' ? 'ended' : 'past',
    clearedOn,
    openOwners: openOwners(separation),
    settlementMonth: separation.settlement && separation.lastDay ? monthOf(separation.lastDay) : null,
    isLate: isUnderWay && open.some((row) => isLateRow(row, today)),
    sort: `${separation.lastDay ?? expectedLastDay(separation)}.${_id}`,
    keepUntil: keepUntil(separation, stays, today),
  };
  return { ...settled, turnOn: nextTurn(settled) };
}

function keepUntil({ keepUntil: known, lastDay, state }: StoredSeparation, stays: boolean, today: Day): Day | null {
  if (stays) return known ?? addDays(today, withdrawnKeptDays);
  return lastDay !== null && (state === 'effective' || state === 'closed') ? addDays(lastDay, keptDays) : null;
}

/** Who answers what the leaver asks about the money: finance, and HR once it is paid. */
export const answerer = (settlement: StoredSeparation['settlement']): 'finance' | 'hr' =>
  settlement?.state === 'paid' ? 'hr' : 'finance';

/** Who has something left to do: owners of rows, HR for what has to be answered, finance and HR for the statement. */
function openOwners({ state, rows, settlement, withdrawal, talk, questions }: StoredSeparation): string[] {
  if (state === 'submitted') return ['hr'];
  const asked = questions.some(({ outcome }) => outcome === null) ? [answerer(settlement)] : [];
  if (state === 'closed') return asked;
  if (state !== 'acknowledged' && state !== 'effective') return [];
  const owners = rows.filter((row) => isOpenRow(row) && row.kind !== 'certificate').map(({ owner }) => owner);
  const isAsked = withdrawal !== null && withdrawal.answer === null;
  const isTalking = talk !== null && talk.outcome === null;
  const forMoney = settlement === null || settlement.state === 'confirmed' ? 'finance' : 'hr';
  return [
    ...new Set([
      ...owners,
      ...(isAsked || isTalking ? ['hr' as const] : []),
      ...(settlement?.state === 'paid' ? [] : [forMoney]),
      ...asked,
    ]),
  ];
}

/** The next day on which something happens by date; null when nothing does any more. */
function nextTurn(separation: StoredSeparation): Day | null {
  const { state, lastDay, rows, countedOn, keepUntil } = separation;
  const days: Day[] = keepUntil === null ? [] : [keepUntil];
  if (state === 'submitted') days.push(selfAcknowledgeOn(separation));
  if (state === 'acknowledged' && lastDay !== null) days.push(lastDay, addDays(lastDay, 1));
  if (state === 'acknowledged' || state === 'effective') {
    days.push(...rows.filter(({ state: now }) => now === 'open').map(({ dueOn }) => addDays(dueOn, 1)));
  }
  return days.filter((day) => day > countedOn).sort()[0] ?? null;
}
