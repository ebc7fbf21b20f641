import type { EmploymentStatus } from '../../../../shared/people/model';
import type {
  FieldChange,
  QuestionKind,
  RosterField,
  RosterOutcome,
  RosterQuestion,
  RosterReading,
  RosterRowView,
} from '../../../../shared/people/roster';
import { compareRow } from './compare-row';
import { personFields } from './record-fields';
import { settleRow } from './settle-row';

export interface RowToWeigh {
  reading: Partial<RosterReading>;
  says: readonly RosterField[];
  rejections: RosterRowView['rejections'];
  questions: readonly RosterQuestion[];
  /** A later row with the same number was chosen instead. */
  isSuperseded: boolean;
  /** What is known; null for somebody new and for a new stint. Phones in full. */
  record: RosterReading | null;
  /** The person who returns for a new stint: only what belongs to the human being can change. */
  returning: Pick<RosterReading, 'name' | 'birthOn' | 'phone'> | null;
}

export interface WeighedRow {
  outcome: RosterOutcome;
  openKinds: QuestionKind[];
  changes: FieldChange[];
  /** The status afterwards; null while undecided and where the row stays out. */
  settledStatus: EmploymentStatus | null;
  /** What will be written; null when nothing is. */
  settled: RosterReading | null;
  says: RosterField[];
}

function isWhole(reading: Partial<RosterReading>): reading is RosterReading {
  return [reading.employeeNumber, reading.name, reading.departmentName, reading.status].every(Boolean);
}

/** Somebody who left and agreed to stay in touch has left all the same: the word 离职 changes nothing for an alumnus. */
const alumnusKept = (reading: RosterReading, record: RosterReading | null): RosterReading =>
  reading.status === 'left' && record?.status === 'alumni' ? { ...reading, status: 'alumni' } : reading;

function changesOf(settled: RosterReading, says: readonly RosterField[], { record, returning }: RowToWeigh) {
  if (record !== null) return compareRow(settled, says, record);
  const said = says.filter((field) => personFields.includes(field));
  return returning === null ? [] : compareRow(settled, said, { ...settled, ...returning });
}

/** What becomes of a row, as far as HR has decided. */
export function weighRow(row: RowToWeigh): WeighedRow {
  const { reading, says, rejections, questions, isSuperseded, record } = row;
  const nothing = { openKinds: [], changes: [], settledStatus: null, settled: null, says: [...says] };
  if (rejections.length > 0 || !isWhole(reading)) return { ...nothing, outcome: 'rejected' };
  if (isSuperseded) return { ...nothing, outcome: 'leftOut' };
  const decided = settleRow(reading, says, questions);
  if (decided.reading === null) return { ...nothing, outcome: 'leftOut' };
  const settled = alumnusKept(decided.reading, record);
  const changes = changesOf(settled, decided.says, row);
  const settledStatus = decided.open.length > 0 ? null : settled.status;
  const written = { openKinds: decided.open, changes, settledStatus, settled, says: decided.says };
  if (decided.open.length > 0) return { ...written, outcome: 'waiting' };
  if (record === null) return { ...written, outcome: 'new' };
  return { ...written, outcome: changes.length > 0 ? 'changed' : 'unchanged' };
}
