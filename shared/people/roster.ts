import * as z from 'zod';
import { Day, Id, Instant } from '../kernel/scalar';
import type { RefusalCode } from '../refusal';
import { BranchId, EmploymentStatus } from './model';

/** What a roster can tell about a person. Columns are matched to these by heading or by hand. */
export const RosterField = z.enum([
  'employeeNumber',
  'name',
  'departmentName',
  'position',
  'phone',
  'birthOn',
  'dateOfJoining',
  'relievingDate',
  'exitReason',
  'managerName',
  'status',
]);
export type RosterField = z.infer<typeof RosterField>;

/** Without these three a row says nothing. */
export const requiredRosterFields = ['employeeNumber', 'name', 'departmentName'] as const satisfies RosterField[];

/** 20,000 rows, 60 columns, 10 MB. */
export const rosterLimits = { rows: 20_000, columns: 60, bytes: 10_000_000 } as const;

/**
 * 迁移批次, in order: opened (a place to upload to) → mapped (headings read, columns matched) → reading (rows cleaned
 * and compared, piece by piece) → reviewing (HR looks and decides) → applying → applied → undoing → undone. `unusable`
 * after a file that is no roster, until another is uploaded; `cancelled` is reachable until applying.
 */
export const RosterStage = z.enum([
  'opened',
  'unusable',
  'mapped',
  'reading',
  'reviewing',
  'applying',
  'applied',
  'undoing',
  'undone',
  'cancelled',
]);
export type RosterStage = z.infer<typeof RosterStage>;

/** Why a column is left out: it has no purpose here, or the law asks for a reason that we do not have. */
const LeftOutReason = z.enum(['sensitive', 'noPurpose', 'unknown', 'duplicate']);

/** One column of the file. `field` null means it is not imported, `leftOut` says why. */
export const RosterColumn = z.object({
  index: z
    .int()
    .min(0)
    .max(rosterLimits.columns - 1),
  heading: z.string().max(120),
  field: RosterField.nullable(),
  leftOut: LeftOutReason.nullable(),
  /** Up to three values, so that a person can match by eye; empty for a sensitive column. */
  examples: z.array(z.string().max(80)).max(3),
});
export type RosterColumn = z.infer<typeof RosterColumn>;

/** HR's choice for one column. */
export const ColumnChoice = z.strictObject({
  index: z
    .int()
    .min(0)
    .max(rosterLimits.columns - 1),
  field: RosterField.nullable(),
});

/** What one cleaning rule did to one cell. */
export const Repair = z.object({
  rule: z.enum([
    'blanksTrimmed',
    'nameTurned',
    'dateRead',
    'birthCenturySet',
    'serialDateRead',
    'widthNarrowed',
    'phoneFormatted',
    'statusTranslated',
    'numberUnformatted',
  ]),
  field: RosterField,
  from: z.string().max(200),
  to: z.string().max(200),
});
export type Repair = z.infer<typeof Repair>;

/** What contradicts itself is never guessed: each kind waits for HR with two readings. */
export const QuestionKind = z.enum([
  'leavingDateButNotLeft',
  'leftWithoutDate',
  'reasonMissing',
  'futureStartPast',
  'managerUnknown',
  'ownManager',
  'numberTwice',
  'joinedAfterLeaving',
]);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** HR's answer: the first or the second reading, or leave the row out of this batch. */
export const Decision = z.enum(['first', 'second', 'leaveOut']);
export type Decision = z.infer<typeof Decision>;

/** A row understood. Null where the file says nothing. The phone is in full only inside the function. */
export const RosterReading = z.object({
  employeeNumber: z.string().max(32),
  name: z.string().max(40),
  departmentName: z.string().max(60),
  position: z.string().max(60).nullable(),
  phone: z.string().max(4000).nullable(),
  birthOn: Day.nullable(),
  dateOfJoining: Day.nullable(),
  relievingDate: Day.nullable(),
  exitReason: z.string().max(100).nullable(),
  managerName: z.string().max(40).nullable(),
  status: EmploymentStatus,
});
export type RosterReading = z.infer<typeof RosterReading>;

export const RosterQuestion = z.object({
  kind: QuestionKind,
  /** What each reading would write, as fields that differ between the two. */
  first: RosterReading.partial(),
  second: RosterReading.partial(),
  decision: Decision.nullable(),
});
export type RosterQuestion = z.infer<typeof RosterQuestion>;

export const RosterOutcome = z.enum(['new', 'changed', 'unchanged', 'waiting', 'rejected', 'leftOut']);
export type RosterOutcome = z.infer<typeof RosterOutcome>;

export const RejectionReason = z.enum([
  'numberMissing',
  'numberUnusable',
  'nameMissing',
  'nameTooLong',
  'departmentMissing',
  'departmentTooLong',
  'positionTooLong',
  'dateUnreadable',
  'phoneUnreadable',
  'statusUnknown',
  'otherBranch',
  'cellTooLong',
  /** Somebody changed the record between the preview and the applying, or between the applying and the undoing. */
  'changedMeanwhile',
]);
export type RejectionReason = z.infer<typeof RejectionReason>;

export const FieldChange = z.object({
  field: RosterField,
  from: z.string().max(200).nullable(),
  to: z.string().max(200).nullable(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** A row as HR sees it in the preview. Phones show the last four digits. */
export const RosterRowView = z.object({
  _id: Id,
  /** Counts the people of the file from 1; names the row in calls. */
  rowNumber: z.int().min(1),
  /** The line that a spreadsheet shows beside the row: headings, titles and blank lines count. */
  lineNumber: z.int().min(1),
  outcome: RosterOutcome,
  reading: RosterReading.partial(),
  repairs: z.array(Repair).max(40),
  questions: z.array(RosterQuestion).max(8),
  rejections: z.array(z.object({ reason: RejectionReason, field: RosterField.nullable() })).max(20),
  changes: z.array(FieldChange).max(11),
});
export type RosterRowView = z.infer<typeof RosterRowView>;

const RosterCounts = z.object({
  new: z.int().min(0),
  changed: z.int().min(0),
  unchanged: z.int().min(0),
  waiting: z.int().min(0),
  rejected: z.int().min(0),
  leftOut: z.int().min(0),
});
export type RosterCounts = z.infer<typeof RosterCounts>;

/** The refusals that are about the uploaded file itself, with the numbers that their sentences name. */
export const fileProblemCodes = [
  'roster_file_empty',
  'roster_file_too_large',
  'roster_file_unreadable',
  'roster_rows_missing',
] as const satisfies RefusalCode[];
export const FileProblem = z.object({
  code: z.enum(fileProblemCodes),
  detail: z.record(z.string().max(20), z.union([z.string().max(20), z.number()])),
});
export type FileProblem = z.infer<typeof FileProblem>;

/** A batch as HR sees it: how far it is, what it would do, what waits. */
export const RosterBatchView = z.object({
  _id: Id,
  fileName: z.string().max(120),
  branchId: BranchId.nullable(),
  stage: RosterStage,
  /** Why the uploaded file cannot be used; null unless the stage is `unusable`. */
  fileProblem: FileProblem.nullable(),
  /** Where the phone uploads to; the file must come back under this path. */
  uploadPath: z.string().max(256),
  columns: z.array(RosterColumn).max(rosterLimits.columns),
  totalRows: z.int().min(0).nullable(),
  doneRows: z.int().min(0),
  counts: RosterCounts,
  /** What HR still has to decide, per kind. */
  open: z.array(z.object({ kind: QuestionKind, rows: z.int().min(1) })).max(8),
  summary: z
    .object({
      departments: z.int().min(0),
      managers: z.int().min(0),
      managersInFile: z.int().min(0),
      /** As the file's own words say, before any decision; rows that cannot be read are not among them. */
      byStatus: z.partialRecord(EmploymentStatus, z.int().min(0)),
      /** What the people of the file would be once it is applied, as far as HR has decided. */
      afterwards: z.partialRecord(EmploymentStatus, z.int().min(0)),
      repairs: z.partialRecord(Repair.shape.rule, z.int().min(0)),
    })
    .nullable(),
  openedBy: z.string().max(40),
  openedAt: Instant,
  appliedAt: Instant.nullable(),
  undoUntil: Instant.nullable(),
});
export type RosterBatchView = z.infer<typeof RosterBatchView>;
