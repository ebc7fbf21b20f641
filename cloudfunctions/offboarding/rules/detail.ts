import { addDays } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { HandoverView, LeavingAction, LeavingDetail, RowView } from '../../../shared/offboarding/leaving-detail';
import { statutoryPaperDays } from '../../../shared/offboarding/separation';
import type { Settlement, SettlementInput, Statement, StatementQuestion } from '../../../shared/offboarding/settlement';
import type { StoredSeparation } from '../documents';
import { lastDayRange } from './acknowledge';
import { isLateRow } from './calendar';
import { lineView, ownersLine } from './progress';
import { isOpenQuestion, mayQuestion } from './question';
import { isHrOf, knowsMoney, type Looker, ownersOf } from './side';

/** What had to be unsealed or asked for; null where the looker may not see it anyway. */
export interface Opened {
  words: string | null;
  note: string | null;
  figures: { input: SettlementInput; statement: Statement } | null;
  questions: StatementQuestion[];
  /** Addresses of pictures by row. */
  pictures: ReadonlyMap<string, string>;
  /** Of those who were to take something over, who does not work here any more. */
  absent: ReadonlySet<string>;
}

export type Side = LeavingDetail['side'];

/** What somebody is to a leaving; null for who has nothing to do with it, and is answered as if it were not there. */
export function sideOf(looker: Looker, separation: StoredSeparation): Side | null {
  if (looker.personId === separation.personId) return 'self';
  if (isHrOf(looker, separation)) return 'hr';
  const takesOver = separation.handover.some(({ receiverId }) => receiverId === looker.personId);
  return takesOver || ownersOf(looker, separation).length > 0 ? 'owner' : null;
}

/** Whether the looker may see what was asked about the money, and the answers. */
export const seesQuestions = (looker: Looker, separation: StoredSeparation): boolean =>
  looker.personId === separation.personId || knowsMoney(looker, separation);

/** Whether the looker may see the statement: the leaver once it is confirmed. */
export function seesStatement(looker: Looker, separation: StoredSeparation): boolean {
  if (looker.personId !== separation.personId) return knowsMoney(looker, separation);
  return separation.settlement !== null && separation.settlement.state !== 'drafted';
}

const isUnderWay = ({ state }: StoredSeparation) => state === 'acknowledged' || state === 'effective';

export function detailView(
  separation: StoredSeparation,
  opened: Opened,
  { looker, side, today }: { looker: Looker; side: Side; today: Day },
): LeavingDetail {
  const { dateOfJoining, ground, acknowledgedBy, acknowledgedAt, lastDay, effectiveAt, closedAt } = separation;
  const { interview, talk, withdrawal, reasonId, state } = separation;
  const seesReason = side === 'hr' || side === 'self';
  const range = side === 'hr' && (state === 'submitted' || state === 'acknowledged') && lastDayRange(separation, today);
  const line = lineView(separation, today);
  const mine = ownersOf(looker, separation);
  return {
    ...(seesReason ? line : ownersLine(line, mine)),
    ...{ side, dateOfJoining, acknowledgedBy, acknowledgedAt, effectiveAt, closedAt },
    ...{
      ground: seesReason ? ground : null,
      contractEndsOn: seesReason ? separation.contractEndsOn : null,
      reasonId: seesReason ? reasonId : null,
    },
    ...{ words: seesReason ? opened.words : null, note: side === 'hr' ? opened.note : null },
    ...{ lastDayFrom: range ? range.from : null, lastDayUntil: range ? range.until : null },
    papersUntil: lastDay === null ? null : addDays(lastDay, statutoryPaperDays),
    ...{ interview, talk: seesReason ? talk : null, withdrawal: seesReason ? withdrawal : null },
    rows: rowViews(separation, opened, { looker, side, today }),
    handover: handoverViews(separation, opened, { looker, side }),
    settlement: settlementView(separation, opened, looker),
    questions: opened.questions,
    allowed: allowedNow(separation, { looker, side }),
  };
}

function rowViews(
  separation: StoredSeparation,
  { pictures }: Opened,
  { looker, side, today }: { looker: Looker; side: Side; today: Day },
): RowView[] {
  const owners = ownersOf(looker, separation);
  const isBegun = separation.acknowledgedAt !== null;
  return separation.rows
    .filter(({ owner }) => isBegun && (side !== 'owner' || owners.includes(owner)))
    .map((row) => {
      const { rowId, owner, kind, title, dueOn, state, words, costFen, settledBy, settledAt } = row;
      return {
        ...{ rowId, owner, kind, title, dueOn, state, words, costFen, settledBy, settledAt },
        isLate: isUnderWay(separation) && isLateRow(row, today),
        hasEvidence: row.evidenceFileId !== null,
        pictureUrl: pictures.get(rowId) ?? null,
        isMine: isUnderWay(separation) && owners.includes(owner) && kind !== 'certificate',
      };
    });
}

/** Whether the list of what is handed over is whole for the looker: the leaver, HR and the manager. */
const seesHandover = (separation: StoredSeparation, { looker, side }: { looker: Looker; side: Side }) =>
  side !== 'owner' || ownersOf(looker, separation).includes('manager');

/** Who still has to sign for something; nobody where the looker could not reassign it. */
export function awaitedReceivers(separation: StoredSeparation, by: { looker: Looker; side: Side }): string[] {
  if (!isUnderWay(separation) || !seesHandover(separation, by)) return [];
  return [...new Set(separation.handover.flatMap(({ receiverId, takenAt }) => (takenAt === null ? receiverId : [])))];
}

/** The list of what is handed over; who takes something over sees that. */
function handoverViews(
  separation: StoredSeparation,
  { absent }: Opened,
  by: { looker: Looker; side: Side },
): HandoverView[] {
  const { looker, side } = by;
  const isWhole = seesHandover(separation, by);
  const mayAct = isUnderWay(separation);
  return separation.handover
    .filter(({ receiverId }) => isWhole || receiverId === looker.personId)
    .map((item) => {
      const mayGive = side === 'self' && item.givenAt === null;
      const mayTake = item.receiverId === looker.personId && item.givenAt !== null && item.takenAt === null;
      const hasReceiverLeft = item.takenAt === null && absent.has(item.receiverId);
      return { ...item, hasReceiverLeft, maySign: mayAct && mayGive ? 'given' : mayAct && mayTake ? 'taken' : null };
    });
}

function settlementView(separation: StoredSeparation, { figures }: Opened, looker: Looker): Settlement | null {
  const { settlement } = separation;
  if (settlement === null || !seesStatement(looker, separation)) return null;
  const { state, draftedBy, confirmedBy, paidOn } = settlement;
  const input = looker.personId === separation.personId ? null : (figures?.input ?? null);
  return { state, draftedBy, confirmedBy, paidOn, statement: figures?.statement ?? null, input };
}

/** The same conditions that the calls refuse by. */
function allowedNow(separation: StoredSeparation, { looker, side }: { looker: Looker; side: Side }): LeavingAction[] {
  const { state, kind, talk, withdrawal, settlement } = separation;
  const isRunning = state === 'submitted' || state === 'acknowledged';
  const mayClear = isUnderWay(separation);
  const isAsked = state === 'acknowledged' && withdrawal !== null && withdrawal.answer === null;
  const isOwn = side === 'self' && kind === 'resignation' && looker.roles.includes('employee');
  const goesAtOnce = state === 'submitted' || (state === 'acknowledged' && talk?.outcome === 'retained');
  const isHr = side === 'hr';
  const isManager = ownersOf(looker, separation).includes('manager');
  const doesMoney = mayClear && side !== 'self' && knowsMoney(looker, separation);
  const isQuestioned = separation.questions.some(isOpenQuestion);
  const may: Record<LeavingAction, boolean> = {
    acknowledge: isHr && state === 'submitted',
    changeLastDay: isHr && state === 'acknowledged',
    openTalk: isHr && isRunning && kind === 'resignation' && talk === null,
    settleTalk: isHr && isRunning && talk !== null && talk.outcome === null,
    answerWithdrawal: isHr && isAsked,
    withdraw: isOwn && goesAtOnce,
    askToStay: isOwn && state === 'acknowledged' && !goesAtOnce && !isAsked,
    listHandover: mayClear && (side === 'self' || isManager) && kind !== 'death',
    draftSettlement: doesMoney && settlement?.state !== 'paid',
    confirmSettlement: doesMoney && settlement?.state === 'drafted' && settlement.draftedById !== looker.personId,
    recordPayment: doesMoney && settlement?.state === 'confirmed' && !isQuestioned,
    questionSettlement: side === 'self' && mayQuestion(separation),
    answerQuestion: side !== 'self' && isQuestioned && knowsMoney(looker, separation),
  };
  return Object.entries(may).flatMap(([action, isAllowed]) => (isAllowed ? [action as LeavingAction] : []));
}
