import { createHash } from 'node:crypto';
import type { Day, Instant } from '../../shared/kernel/scalar';
import type { Branch } from '../../shared/people/branch-calls';
import type { Company } from '../../shared/people/company';
import type { Department, Employment, EmploymentStatus, JoiningCode, Person } from '../../shared/people/model';
import type {
  Decision,
  FieldChange,
  FileProblem,
  QuestionKind,
  Repair,
  RosterBatchView,
  RosterColumn,
  RosterField,
  RosterOutcome,
  RosterQuestion,
  RosterReading,
  RosterRowView,
  RosterStage,
} from '../../shared/people/roster';

/** There is one. */
export const companyId = 'company';

export type CompanyDocument = Company & {
  _id: typeof companyId;
  /** The last change, so that its repeat is known. */
  requestId: string;
};

/** There is one, whose version counts the changes. */
export const branchesId = 'branches';

export interface BranchesDocument {
  _id: typeof branchesId;
  items: Branch[];
  version: number;
}

/** A person as stored. `_id` of people made by a roster follows from the employee number (personIdOf). */
export type PersonDocument = Person & {
  /** The roster batch that wrote the present name, birthday and phone; null when no batch did. */
  batchId: string | null;
  /** What of a change still has to reach the identity, written together with the change itself. */
  pending: 'rights' | 'unbinding' | null;
  pendingSince: Instant | null;
  /** The last requests that changed rights or binding and what they did, so that a repeat changes nothing. */
  requests: { id: string; what: string }[];
};

/** An employment as stored. */
export type EmploymentDocument = Employment & {
  /** The roster batch that wrote the present facts; null when no batch did. */
  batchId: string | null;
  /** The roster batch that brought the manager later than this record, and linked the two; null otherwise. */
  linkedByBatch: string | null;
  /** The moment of the last word about leaving: an older one that arrives later says nothing. */
  noticeAt: Instant | null;
  /** What comes back when the notice is withdrawn. */
  statusBeforeNotice: EmploymentStatus | null;
  /** The requests that added this new hire or moved the first day, the last 20; absent where none did. */
  hireRequests?: string[];
  /** The last requests that moved this employment to another branch; absent where none did. */
  moves?: { id: string; what: string }[];
  /** Since when another first day is on its way to the others; absent or null when it arrived. */
  startPendingSince?: Instant | null;
  /** Number and stint: unique, and the order of 员工花名册. */
  byNumber: string;
  /** Name in small letters, then number and stint: unique, and the order of a search by name. */
  byName: string;
};

export type DepartmentDocument = Department & { batchId: string | null };
export type JoiningCodeDocument = JoiningCode & {
  /** Requests whose code was replaced by a later one: their repeat must not bring it back. */
  replacedRequestIds: string[];
};

/** A decision of HR, kept under a fingerprint of the contradiction, so that the same file does not ask twice. */
export interface RosterDecisionDocument {
  _id: string;
  decision: Decision;
  batchId: string;
  decidedAt: Instant;
}

export type RosterPhase = 'writing' | 'linking' | 'refreshing' | 'clearingDepartments';

export interface RosterBatchDocument {
  _id: string;
  /** Opening moment and id: the order of the list. */
  sort: string;
  fileName: string;
  branchId: string | null;
  stage: RosterStage;
  fileProblem: FileProblem | null;
  uploadPath: string;
  fileId: string | null;
  columns: RosterColumn[];
  totalRows: number | null;
  /** Rows done in the present phase. */
  doneRows: number;
  phase: RosterPhase | null;
  counts: RosterBatchView['counts'];
  open: RosterBatchView['open'];
  summary: RosterBatchView['summary'];
  openedBy: string;
  openedAt: Instant;
  /** The day that all rows are read by, so that a batch read over midnight does not contradict itself. */
  today: Day | null;
  appliedAt: Instant | null;
  undoUntil: Instant | null;
  /** When rows and file are removed. Null once they are. */
  purgeAt: Instant | null;
  /** The request that made each step, so that its repeat is known. */
  requests: Partial<Record<'open' | 'read' | 'match' | 'apply' | 'undo' | 'cancel', string>>;
  leaseHolder: string | null;
  /** Long past while nobody holds the lease. */
  leaseUntil: Instant;
  /** The last piece of applying or undoing; the sweep continues what stands still. Null in every other stage. */
  movingSince: Instant | null;
}

/** What the preview compared with: written back when the batch is undone. The phone is sealed for the person. */
export interface RecordSnapshot {
  /** Null for a new stint of somebody who had left. */
  employment: EmploymentDocument | null;
  person: Pick<PersonDocument, '_id' | 'name' | 'birthOn' | 'phone' | 'version' | 'batchId'>;
}

export interface RosterRowDocument {
  /** Batch and row number with five digits, so that ids sort as the file does. */
  _id: string;
  batchId: string;
  rowNumber: number;
  lineNumber: number;
  outcome: RosterOutcome;
  openKinds: QuestionKind[];
  /** What the person would have afterwards, once the row is decided; null for a row that waits or stays out. */
  settledStatus: EmploymentStatus | null;
  /** The file laid over the record, before decisions. A phone is there only if the row says it, sealed for the row. */
  reading: Partial<RosterReading>;
  /** The fields about which the file says something; only these can change a record. */
  says: RosterField[];
  repairs: Repair[];
  questions: RosterQuestion[];
  /** The earlier row with the same employee number. */
  twinRow: number | null;
  /** A later row with the same number was chosen instead of this one. */
  supersededBy: number | null;
  rejections: RosterRowView['rejections'];
  changes: FieldChange[];
  /** Null for somebody new. */
  record: RecordSnapshot | null;
  personId: string;
  employmentId: string;
  stint: number;
  branchId: string;
}

/** Of a lease that nobody holds. */
export const leaseFree: Instant = '1970-01-01T00:00:00.000Z';

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** The same number always gives the same person, so that a repeat cannot write a second one. */
export const personIdOf = (employeeNumber: string) => `p-${shortHash(`person:${employeeNumber}`)}`;

export const employmentIdOf = (employeeNumber: string, stint: number) =>
  `e-${shortHash(`employment:${employeeNumber}`)}.${stint}`;

export const departmentIdOf = (name: string) => `d-${shortHash(`department:${name}`)}`;

/** The same request of the same person is always the same branch. */
export const branchIdOf = (personId: string, requestId: string) => `br-${shortHash(`branch:${personId}:${requestId}`)}`;

/** The name of the fact that somebody joined: one for each person, whoever delivers it and however often. */
export const joinedFactId = (personId: string) =>
  `joined-${createHash('sha256').update(personId).digest('hex').slice(0, 32)}`;

/** Rows of a batch sort as text in the order of the file. */
export const rowIdOf = (batchId: string, rowNumber: number) => `${batchId}.${String(rowNumber).padStart(5, '0')}`;

export function personDocument(person: Person, batchId: string | null = null): PersonDocument {
  return { ...person, batchId, pending: null, pendingSince: null, requests: [] };
}

/** The texts that lists and searches sort by. */
export function sortTexts({ employeeNumber, stint, personName }: Employment) {
  const byNumber = `${employeeNumber}.${String(stint).padStart(2, '0')}`;
  return { byNumber, byName: `${personName.toLowerCase()}.${byNumber}` };
}

export function employmentDocument(employment: Employment, batchId: string | null = null): EmploymentDocument {
  const noNotice = { noticeAt: null, statusBeforeNotice: null };
  return { ...employment, batchId, linkedByBatch: null, ...noNotice, ...sortTexts(employment) };
}

export function departmentDocument(name: string, batchId: string | null = null): DepartmentDocument {
  return { _id: departmentIdOf(name), name, batchId };
}
