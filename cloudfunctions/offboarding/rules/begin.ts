import type { ParsedInputOf } from '../../../shared/kernel/contract';
import { addDays } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { noticeDays } from '../../../shared/offboarding/separation';
import type { RetirementWay } from '../../../shared/people/leavers';
import type { EmploymentStatus } from '../../../shared/people/model';
import { refuse } from '../../../shared/refusal';
import type { StoredRow, StoredSeparation } from '../documents';
import { acknowledged } from './acknowledge';
import { turned } from './calendar';
import { legalLastDayOf } from './notice-dates';

/** Who leaves, as `people` knows them. */
export interface Leaver {
  employmentId: string;
  personId: string;
  personName: string;
  employeeNumber: string;
  branchId: string;
  departmentName: string;
  position: string;
  managerPersonId: string | null;
  dateOfJoining: Day | null;
}

/** What a new leaving needs besides who leaves. */
export interface Beginning {
  separationId: string;
  requestId: string;
  rows: StoredRow[];
  today: Day;
  at: Instant;
}

function empty(leaver: Leaver, { separationId: _id, requestId, rows, today, at }: Beginning): StoredSeparation {
  return {
    ...{
      _id,
      openKey: leaver.employmentId,
      ...leaver,
      kind: 'resignation',
      ground: null,
      contractEndsOn: null,
      state: 'submitted',
    },
    ...{ shelf: 'running', submittedAt: at, submittedOn: today, legalLastDay: null, wishedLastDay: null },
    ...{ reasonId: null, words: null, note: null, acknowledgedAt: null, acknowledgedBy: null, lastDay: null },
    ...{ lastDayAt: null, talk: null, withdrawal: null, interview: 'pending', rows, handover: [], settlement: null },
    questions: [],
    ...{
      effectiveAt: null,
      clearedOn: null,
      closedAt: null,
      openOwners: ['hr'],
      isLate: false,
      settlementMonth: null,
      sort: '',
    },
    ...{ countedOn: today, turnOn: null, keepUntil: null, version: 1, changedAt: at },
    ...{ requests: [{ id: requestId, what: 'begin' }], done: [], tasks: [], pendingSince: at },
  };
}

/** How far ahead a last day may be wished. */
const farthestDays = 365;

/** 辞职: by the leaver, to a day by law or by wish. Words arrive sealed. */
export function resignation(
  leaver: Leaver,
  said: {
    status: EmploymentStatus;
    wishedLastDay: Day | null;
    reasonId: string | null;
    words: string | null;
    note: string | null;
  },
  beginning: Beginning,
): StoredSeparation {
  const { today, at } = beginning;
  const { status, wishedLastDay, ...private_ } = said;
  const latest = addDays(today, farthestDays);
  if (wishedLastDay !== null && (wishedLastDay < today || wishedLastDay > latest)) {
    refuse('last_day_out_of_range', { from: today, until: latest });
  }
  const legalLastDay = legalLastDayOf(today, status);
  return turned({ ...empty(leaver, beginning), ...private_, legalLastDay, wishedLastDay }, today, at);
}

export type Opening = Omit<
  ParsedInputOf<OffboardingContract['openLeaving']>,
  'employmentId' | 'requestId' | 'words'
> & {
  /** The day of the legal age by each way; null where no birthday is known, or nobody retires. */
  retirementDays: Record<RetirementWay, Day> | null;
};

/** 国务院关于渐进式延迟法定退休年龄的办法: by the table where it can be, else, and before that day, by HR's own word. */
function checkRetirement({ lastDay, retirementWay, isAgeConfirmed, retirementDays }: Opening): void {
  const way = retirementWay ?? refuse('retirement_way_wanted');
  if (isAgeConfirmed) return;
  const { [way]: from } = retirementDays ?? refuse('retirement_age_unknown');
  if (lastDay < from) refuse('retirement_too_early', { from });
}

/** The guards of what is not the leaver's own decision. */
function checkOpening(opening: Opening, today: Day): void {
  const { kind, ground, lastDay, isUnionTold, isPaidInLieu, contractEndsOn } = opening;
  if (kind === 'death') {
    if (lastDay > today) refuse('last_day_out_of_range', { from: '1900-01-01', until: today });
    return;
  }
  const takesNotice = kind === 'byEmployer' && (ground === 'layoff' || (ground === 'noFault' && !isPaidInLieu));
  const from = takesNotice ? addDays(today, noticeDays.usual) : today;
  if (lastDay < from) refuse('last_day_out_of_range', { from, until: addDays(today, farthestDays) });
  if (kind === 'contractEnd' && (contractEndsOn === null || lastDay < contractEndsOn)) refuse('contract_end_wanted');
  if (kind === 'retirement') checkRetirement(opening);
  if (kind !== 'byEmployer') return;
  if (ground === null) refuse('leaving_ground_wanted');
  // 劳动合同法 43: whatever the company decides alone.
  if (ground !== 'agreed' && !isUnionTold) refuse('union_not_told');
}

/** Nobody is handed a certificate of their own death: HR gives the family what they need, by hand. */
const familysRow = (row: StoredRow): StoredRow =>
  row.kind === 'certificate' ? { ...row, kind: 'paper', title: '给家属的证明材料' } : row;

/** 公司提出, 合同到期, 退休, 去世: acknowledged as it is written. */
export function openedLeaving(
  leaver: Leaver,
  opening: Opening & { words: string; by: string },
  beginning: Beginning,
): StoredSeparation {
  const { today, at } = beginning;
  checkOpening(opening, today);
  const { kind, ground, lastDay, contractEndsOn, words, by } = opening;
  const begun = empty(leaver, beginning);
  const separation: StoredSeparation = {
    ...begun,
    ...{ kind, ground: kind === 'byEmployer' ? ground : null, words },
    contractEndsOn: kind === 'contractEnd' ? contractEndsOn : null,
    rows: kind === 'death' ? begun.rows.map(familysRow) : begun.rows,
    interview: kind === 'death' ? 'cancelled' : 'pending',
  };
  return turned(acknowledged(separation, { lastDay, by, at, today }), today, at);
}
