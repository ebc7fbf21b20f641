import type { Day } from '../../../shared/kernel/scalar';
import type { LeavingLine, Progress, RowOwner, SeparationStep } from '../../../shared/offboarding/separation';
import type { StoredSeparation } from '../documents';
import { isCounted, isLateRow, isOpenRow } from './calendar';
import { clearanceTarget } from './due-days';

/** The fields that a list reads: never a sealed one. */
export const lineFields = [
  'employmentId',
  'personId',
  'personName',
  'employeeNumber',
  'departmentName',
  'position',
  'branchId',
  'kind',
  'state',
  'interview',
  'lastDay',
  'legalLastDay',
  'wishedLastDay',
  'submittedAt',
  'withdrawal',
  'rows',
  'settlement',
  'clearedOn',
  'sort',
] as const;
export type LineSource = Pick<StoredSeparation, (typeof lineFields)[number] | '_id'>;

/** 手续完成率 of what the target counts. */
export function progressOf({ rows, lastDay, clearedOn }: LineSource): Progress {
  const counted = rows.filter(isCounted);
  const settled = counted.filter((row) => !isOpenRow(row)).length;
  const percent = counted.length === 0 ? 100 : Math.floor((settled * 100) / counted.length);
  return {
    ...{ percent, settled, rows: counted.length, clearedOn },
    targetOn: lastDay === null ? null : clearanceTarget(lastDay),
  };
}

/** What is waited for next. Departments go on side by side; a step is over when nothing in it is open. */
function stepOf({ state, interview, rows, settlement }: LineSource): SeparationStep | null {
  if (state === 'closed') return 'closed';
  if (state !== 'acknowledged' && state !== 'effective') return null;
  const open = rows.filter(isOpenRow);
  const isUntouched = open.length === rows.length && settlement === null;
  if (state === 'acknowledged' && interview === 'pending') return isUntouched ? 'noticePeriod' : 'interview';
  if (open.some(({ kind }) => kind === 'handover')) return 'handover';
  if (open.some(isCounted) || settlement?.state === 'paid') return 'clearance';
  return 'settlement';
}

/** A leaving in a list. */
export function lineView(separation: LineSource, today: Day): LeavingLine {
  const { _id, employmentId, personId, personName, employeeNumber, departmentName, position, branchId } = separation;
  const { kind, state, lastDay, legalLastDay, wishedLastDay, submittedAt, withdrawal } = separation;
  const isUnderWay = state === 'acknowledged' || state === 'effective';
  return {
    ...{ _id, employmentId, personId, personName, employeeNumber, departmentName, position, branchId },
    ...{ kind, state, step: stepOf(separation), lastDay, legalLastDay, wishedLastDay, submittedAt },
    isWithdrawalAsked: state === 'acknowledged' && withdrawal !== null && withdrawal.answer === null,
    progress: progressOf(separation),
    stuck: separation.rows
      .filter((row) => isUnderWay && isLateRow(row, today))
      .map(({ rowId, owner, title, state: now, dueOn }) => ({ rowId, owner, title, state: now, dueOn })),
  };
}

/**
 * The same for who owns rows: whose row is late is for those who can do something about it, and what the leaver wishes
 * or asks for is between them and HR.
 */
export const ownersLine = (line: LeavingLine, mine: readonly RowOwner[]): LeavingLine => ({
  ...line,
  ...{ wishedLastDay: null, isWithdrawalAsked: false },
  stuck: line.stuck.filter(({ owner }) => mine.includes(owner)),
});
