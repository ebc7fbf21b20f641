import type { Day } from '../../../../shared/kernel/scalar';
import { type Reach, reaches } from '../../../../shared/people/identity';
import type { EmploymentStatus } from '../../../../shared/people/model';
import type { RosterField, RosterReading, RosterRowView } from '../../../../shared/people/roster';
import type { RowSaying } from './clean-row';

/** What is known under an employee number: the latest stint and whose it is, the phone in full. */
export interface KnownRecord {
  branchId: string;
  stint: number;
  reading: RosterReading;
}

export interface RowReading {
  reading: Partial<RosterReading>;
  says: RosterField[];
  rejections: RosterRowView['rejections'];
  /** The record that the row speaks about; null for somebody new and for a new stint. */
  record: KnownRecord | null;
  stint: number;
}

const hasLeft = (status: EmploymentStatus | null | undefined) => status === 'left' || status === 'alumni';

/** Somebody who left and whose file says that they joined later than that: a new stint, the old one is kept. */
export function isReturn(saying: RowSaying, known: KnownRecord): boolean {
  const { status, relievingDate } = known.reading;
  const joinedOn = saying.dateOfJoining;
  return hasLeft(status) && relievingDate !== null && typeof joinedOn === 'string' && joinedOn > relievingDate;
}

/** Where no word says it, the dates do. */
function statusByDates(dateOfJoining: Day | null, relievingDate: Day | null, today: Day): EmploymentStatus {
  if (relievingDate !== null) return relievingDate < today ? 'left' : 'noticePeriod';
  return dateOfJoining !== null && dateOfJoining > today ? 'preboarding' : 'active';
}

/**
 * Lays what the row says over what is known. Only what is said can change a record: an absent column and an empty cell
 * say nothing, so they never blank a field.
 */
export function readRow(saying: RowSaying, held: KnownRecord | null, reach: Reach, today: Day): RowReading {
  // Of a record out of reach nothing may show, not even in what the row is compared with.
  const known = held !== null && reaches(reach, held.branchId) ? held : null;
  const record = known !== null && !isReturn(saying, known) ? known : null;
  const base = record?.reading;
  const status = (saying.status ?? null) as EmploymentStatus | null;
  const dateOfJoining = saying.dateOfJoining ?? base?.dateOfJoining ?? null;
  const relievingDate = saying.relievingDate ?? base?.relievingDate ?? null;
  const datesSpeak = status === null && typeof saying.relievingDate === 'string';
  const meant = status ?? (datesSpeak || !base ? statusByDates(dateOfJoining, relievingDate, today) : base.status);
  // 在职 with a last day still ahead is exactly what 待离职 means.
  const isLeaving = (meant === 'active' || meant === 'probation') && relievingDate !== null && relievingDate >= today;
  const says = (Object.keys(saying) as RosterField[]).filter((field) => saying[field] !== undefined);
  const name = saying.name ?? known?.reading.name;
  const reading: Partial<RosterReading> = {
    ...(typeof saying.employeeNumber === 'string' ? { employeeNumber: saying.employeeNumber } : {}),
    ...(name ? { name } : {}),
    position: saying.position ?? base?.position ?? null,
    phone: saying.phone ?? known?.reading.phone ?? null,
    birthOn: saying.birthOn ?? known?.reading.birthOn ?? null,
    dateOfJoining,
    relievingDate,
    exitReason: saying.exitReason === null ? null : (saying.exitReason ?? base?.exitReason ?? null),
    managerName: saying.managerName ?? base?.managerName ?? null,
    status: isLeaving ? 'noticePeriod' : meant,
  };
  const departmentName = saying.departmentName ?? base?.departmentName;
  if (departmentName) reading.departmentName = departmentName;
  const rejections: RowReading['rejections'] = [];
  if (held !== known) rejections.push({ reason: 'otherBranch', field: null });
  else if (!name) rejections.push({ reason: 'nameMissing', field: 'name' });
  if (held === known && !departmentName) rejections.push({ reason: 'departmentMissing', field: 'departmentName' });
  return {
    reading,
    says: datesSpeak && !says.includes('status') ? [...says, 'status'] : says,
    rejections,
    record,
    stint: record?.stint ?? (known ? known.stint + 1 : 1),
  };
}
