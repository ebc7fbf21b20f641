import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { GrantableRole, roleNames } from '../kernel/role';
import { Day, FileId, Id, Instant, line, RequestId } from '../kernel/scalar';
import { viewers } from '../personal-data';
import { branchCalls } from './branch-calls';
import { colleagueCalls } from './colleagues';
import { companyCalls } from './company';
import { hireCalls } from './hire-calls';
import { leaverCalls } from './leavers';
import { BranchId, Department, EmployeeNumber, Employment, EmploymentStatus, Me, RoleGrant } from './model';
import { noticeCalls } from './notice-calls';
import {
  ColumnChoice,
  Decision,
  fileProblemCodes,
  QuestionKind,
  RosterBatchView,
  RosterOutcome,
  RosterRowView,
} from './roster';

const everybody = roleNames.filter((role) => role !== 'system');
const hr = ['hr', 'branchHr'] as const;

/** A line of 员工花名册. */
export const EmploymentLine = Employment.pick({
  _id: true,
  personId: true,
  personName: true,
  employeeNumber: true,
  departmentName: true,
  position: true,
  status: true,
  dateOfJoining: true,
});

/** What `people` holds about one person, as that person sees it. */
export const MyRecord = z.object({
  personId: Id,
  name: z.string(),
  birthOn: Day.nullable(),
  /** In full: it is the caller's own. */
  phone: z.string().nullable(),
  grants: z.array(RoleGrant),
  joinedAt: Instant.nullable(),
  employments: z.array(Employment).max(20),
  joiningCode: z.object({ issuedAt: Instant, expiresAt: Instant, usedAt: Instant.nullable() }).nullable(),
});

const KeptRecord = z.object({
  collection: z.string(),
  what: z.string(),
  why: z.string(),
  until: z.string(),
  seenBy: z.array(z.enum(viewers)),
});

const joined = z.object({ me: Me });
const joiningRefusals = [
  'joining_code_wrong',
  'joining_code_used',
  'joining_code_expired',
  'joining_locked',
  'already_joined',
  'person_already_joined',
  'person_has_left',
] as const;
const batchRefusals = ['roster_batch_not_found', 'roster_batch_busy', 'roster_stage_passed'] as const;
const onBatch = { batchId: Id, requestId: RequestId };

export const people = contract({
  /** Who I am: one request to the database. */
  readMe: { kind: 'read', roles: everybody, input: z.strictObject({}), output: Me, refusals: [] },

  ...companyCalls,
  ...noticeCalls,

  // 关于我的信息
  /** What is held about the caller, in full; for somebody who has not joined only what would be held. */
  readMyRecord: {
    kind: 'read',
    roles: everybody,
    input: z.strictObject({}),
    output: z.object({
      record: MyRecord.nullable(),
      /** What each collection knows about people, as shared/personal-data.ts declares it. */
      kept: z.array(KeptRecord).max(100),
    }),
    refusals: [],
  },
  /** 退出同路: takes the caller's own WeChat away. The records stay; a new code brings the person back. */
  leaveApp: {
    kind: 'change',
    roles: everybody,
    input: z.strictObject({ requestId: RequestId }),
    output: z.object({}),
    refusals: ['own_rights_kept', 'request_id_reused'],
  },

  ...colleagueCalls,
  ...leaverCalls,
  ...hireCalls,
  ...branchCalls,

  // joining (入职码)
  issueJoiningCode: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ employmentId: Id, requestId: RequestId }),
    /** `code` is said aloud, `token` is what the QR carries; neither can be read again later. */
    output: z.object({
      employeeNumber: EmployeeNumber,
      code: z.string().length(8),
      token: z.string().length(22),
      expiresAt: Instant,
    }),
    refusals: ['employment_not_found', 'person_already_joined', 'person_has_left', 'request_id_reused'],
  },
  joinWithCode: {
    kind: 'change',
    roles: everybody,
    input: z.strictObject({
      employeeNumber: EmployeeNumber,
      code: z.string().regex(/^[A-Za-z0-9]{8}$/),
      requestId: RequestId,
    }),
    output: joined,
    refusals: joiningRefusals,
  },
  joinWithQr: {
    kind: 'change',
    roles: everybody,
    input: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{22}$/), requestId: RequestId }),
    output: joined,
    refusals: joiningRefusals,
  },
  /** Takes the WeChat away from a person, so that a new code can be issued (lost phone, wrong person). */
  unbindPerson: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ personId: Id, requestId: RequestId }),
    output: z.object({}),
    refusals: ['person_not_found', 'person_not_joined', 'own_rights_kept', 'request_id_reused'],
  },

  // 员工花名册
  listDepartments: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({}),
    output: z.object({ items: z.array(Department).max(500) }),
    refusals: [],
  },
  listEmployments: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({
      status: EmploymentStatus.optional(),
      departmentId: Id.optional(),
      /** The beginning of a name or of an employee number. */
      search: line(40).optional(),
      ...pageRequest,
    }),
    output: pageOf(EmploymentLine),
    refusals: [],
  },
  readPerson: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ personId: Id }),
    output: z.object({
      personId: Id,
      name: z.string(),
      birthOn: Day.nullable(),
      /** In full: HR needs it to call. */
      phone: z.string().nullable(),
      grants: z.array(RoleGrant),
      joinedAt: Instant.nullable(),
      employments: z.array(Employment).max(20),
      joiningCode: z.object({ expiresAt: Instant, usedAt: Instant.nullable() }).nullable(),
      /** What this caller may do here, decided by the server. */
      allowed: z.array(z.enum(['issueJoiningCode', 'unbindPerson', 'grantRole', 'moveFirstDay', 'moveToBranch'])),
    }),
    refusals: ['person_not_found'],
  },
  grantRole: {
    kind: 'change',
    roles: ['hr'],
    input: z
      .strictObject({ personId: Id, role: GrantableRole, branchId: BranchId.nullable(), requestId: RequestId })
      .refine(({ role, branchId }) => (role === 'branchHr' ? branchId !== null : role !== 'hr' || branchId === null), {
        path: ['branchId'],
      }),
    output: z.object({ grants: z.array(RoleGrant) }),
    refusals: ['branch_not_found', 'person_not_found', 'person_has_left', 'own_rights_kept', 'request_id_reused'],
  },
  revokeRole: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ personId: Id, role: GrantableRole, requestId: RequestId }),
    output: z.object({ grants: z.array(RoleGrant) }),
    refusals: ['person_not_found', 'own_rights_kept', 'request_id_reused'],
  },

  // 导入花名册
  openRosterBatch: {
    kind: 'change',
    roles: hr,
    /** `branchId`: where the new people of the file work and which HR sees it; one's own reach when absent. */
    input: z.strictObject({ fileName: line(120), branchId: BranchId.optional(), requestId: RequestId }),
    output: RosterBatchView,
    refusals: ['branch_not_found', 'branch_out_of_reach', 'request_id_reused'],
  },
  /** Reads the headings of the uploaded file and matches the columns. */
  readRosterColumns: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...onBatch, fileId: FileId }),
    output: RosterBatchView,
    refusals: [...batchRefusals, 'roster_file_not_found', ...fileProblemCodes],
  },
  /** HR's matching of columns; begins the reading. */
  matchRosterColumns: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...onBatch, columns: z.array(ColumnChoice).max(60) }),
    output: RosterBatchView,
    refusals: [...batchRefusals, 'roster_columns_missing'],
  },
  /** Does the next piece of reading, applying or undoing; the phone calls it until the stage changes. */
  advanceRosterBatch: {
    kind: 'change',
    roles: hr,
    input: z.strictObject(onBatch),
    output: RosterBatchView,
    refusals: [...batchRefusals, 'roster_file_not_found', ...fileProblemCodes, 'roster_undo_blocked'],
  },
  decideRosterRows: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      ...onBatch,
      kind: QuestionKind,
      decision: Decision,
      /** One row, or all that still wait with this question (at most 500 a call; call again while some are open). */
      rowNumber: z.int().min(1).max(20_000).nullable(),
    }),
    output: RosterBatchView,
    refusals: batchRefusals,
  },
  applyRosterBatch: {
    kind: 'change',
    roles: hr,
    input: z.strictObject(onBatch),
    output: RosterBatchView,
    refusals: [...batchRefusals, 'roster_decisions_open'],
  },
  /** Possible for 90 days, where nothing later depends on what was written. */
  undoRosterBatch: {
    kind: 'change',
    roles: hr,
    input: z.strictObject(onBatch),
    output: RosterBatchView,
    refusals: [...batchRefusals, 'roster_undo_expired', 'roster_undo_blocked'],
  },
  cancelRosterBatch: {
    kind: 'change',
    roles: hr,
    input: z.strictObject(onBatch),
    output: RosterBatchView,
    refusals: batchRefusals,
  },
  readRosterBatch: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ batchId: Id }),
    output: RosterBatchView,
    refusals: ['roster_batch_not_found'],
  },
  listRosterBatches: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(
      RosterBatchView.pick({ _id: true, fileName: true, stage: true, counts: true, openedBy: true, openedAt: true }),
    ),
    refusals: [],
  },
  listRosterRows: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ batchId: Id, outcome: RosterOutcome, ...pageRequest }),
    output: pageOf(RosterRowView),
    refusals: ['roster_batch_not_found'],
  },
});
export type PeopleContract = typeof people;
