import type { ParsedInputOf } from '../../../shared/kernel/contract';
import { addDays } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { noticeDays } from '../../../shared/offboarding/separation';
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
    ...{ _id, openKey: leaver.employmentId, ...leaver, kind: 'resignation', ground: null, state: 'submitted' },
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

export type Opening = Omit<ParsedInputOf<OffboardingContract['openLeaving']>, 'employmentId' | 'requestId' | 'words'>;

/** The guards of what is not the leaver's own decision. */
function checkOpening({ kind, ground, lastDay, isUnionTold, isPaidInLieu }: Opening, today: Day): void {
  if (kind === 'death') {
    if (lastDay > today) refuse('last_day_out_of_range', { from: '1900-01-01', until: today });
    return;
  }
  const takesNotice = kind === 'byEmployer' && (ground === 'layoff' || (ground === 'noFault' && !isPaidInLieu));
  const from = takesNotice ? addDays(today, noticeDays.usual) : today;
  if (lastDay < from) refuse('last_day_out_of_range', { from, until: addDays(today, farthestDays) });
  if (kind !== 'byEmployer') return;
  if (ground === null) refuse('leaving_ground_wanted');
  // 劳动合同法 43: whatever the company decides alone.
  if (ground !== 'agreed' && !isUnionTold) refuse('union_not_told');
}

/** 公司提出, 合同到期, 退休, 去世: acknowledged as it is written. */
export function openedLeaving(
  leaver: Leaver,
  opening: Opening & { words: string; by: string },
  beginning: Beginning,
): StoredSeparation {
  const { today, at } = beginning;
  checkOpening(opening, today);
  const { kind, ground, lastDay, words, by } = opening;
  const separation: StoredSeparation = {
    ...empty(leaver, beginning),
    ...{ kind, ground: kind === 'byEmployer' ? ground : null, words },
    interview: kind === 'death' ? 'cancelled' : 'pending',
  };
  return turned(acknowledged(separation, { lastDay, by, at, today }), today, at);
}
