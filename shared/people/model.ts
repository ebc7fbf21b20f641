import * as z from 'zod';
import { GrantableRole, Role } from '../kernel/role';
import { Day, Id, Instant } from '../kernel/scalar';

/** 工号: letters, digits and dashes, as printed on a badge. */
export const EmployeeNumber = z.string().regex(/^[A-Za-z0-9-]{1,32}$/);

/** 雇佣状态. `left` is somebody whose last day is over; an alumnus is a leaver who agreed to stay in touch. */
export const EmploymentStatus = z.enum([
  'preboarding',
  'probation',
  'active',
  'onLeave',
  'noticePeriod',
  'left',
  'alumni',
]);
export type EmploymentStatus = z.infer<typeof EmploymentStatus>;

/** 分公司. The head office is `head-office`. */
export const BranchId = Id;
export const headOffice = 'head-office';

/** 部门. `_id` follows from the name, so that the same name from two files is one department. */
export const Department = z.object({ _id: Id, name: z.string().min(1).max(60) });
export type Department = z.infer<typeof Department>;

/** An AES-256-GCM envelope `v1.<key id>.<iv>.<ciphertext>.<tag>` (cloudfunctions/platform/sealed.ts). */
export const Sealed = z
  .string()
  .regex(/^v1\.[A-Za-z0-9_-]{1,16}(\.[A-Za-z0-9_-]*){3}$/)
  .max(4000);

/** A role that HR gave: `branchId` limits it to one branch, null means everywhere. */
export const RoleGrant = z.object({ role: GrantableRole, branchId: BranchId.nullable() });
export type RoleGrant = z.infer<typeof RoleGrant>;

/** 人员: one human being, who survives every employment. */
export const Person = z.object({
  _id: Id,
  name: z.string().min(1).max(40),
  birthOn: Day.nullable(),
  /** 手机号, encrypted; seen by HR only. */
  phone: Sealed.nullable(),
  grants: z.array(RoleGrant).max(10),
  /** When this person's WeChat was bound; null while nobody has joined as this person. */
  joinedAt: Instant.nullable(),
  /** The request that last changed the grants or the binding, so that a repeat is known. */
  lastRequestId: z.string().max(64).nullable(),
  /** Counts changes of name, birthday and phone; rights and binding have their own guard, `lastRequestId`. */
  version: z.int().min(1),
  createdAt: Instant,
});
export type Person = z.infer<typeof Person>;

/** 任职记录: one stint of one person. A return opens a new one and keeps the old. */
export const Employment = z.object({
  _id: Id,
  personId: Id,
  /** Copied from the person so that lists are one query. */
  personName: z.string().min(1).max(40),
  employeeNumber: EmployeeNumber,
  /** 1 for the first employment under this number, 2 for a return, … */
  stint: z.int().min(1).max(99),
  branchId: BranchId,
  departmentId: Id,
  departmentName: z.string().min(1).max(60),
  /** 岗位; empty where the roster does not say. */
  position: z.string().max(60),
  status: EmploymentStatus,
  dateOfJoining: Day.nullable(),
  relievingDate: Day.nullable(),
  exitReason: z.string().max(100).nullable(),
  /** 直属上级 as the roster names them; the id is there when that person is known. */
  managerName: z.string().max(40).nullable(),
  managerEmploymentId: Id.nullable(),
  version: z.int().min(1),
  createdAt: Instant,
});
export type Employment = z.infer<typeof Employment>;

/** 入职码: one per employment, replaced by the next one issued. Only a keyed hash of code and token is kept. */
export const JoiningCode = z.object({
  /** The employment's id. */
  _id: Id,
  personId: Id,
  employeeNumber: EmployeeNumber,
  branchId: BranchId,
  codeHash: z.string().length(43),
  tokenHash: z.string().length(43),
  requestId: z.string().max(64),
  issuedBy: Id,
  issuedAt: Instant,
  expiresAt: Instant,
  usedAt: Instant.nullable(),
  /** The WeChat that used it and the request that did, so that the same person may finish what was interrupted. */
  usedByKey: z.string().max(64).nullable(),
  usedRequestId: z.string().max(64).nullable(),
  /** Since when the joining is under way: set with `usedAt`, cleared when everybody who must know it does. */
  pendingSince: Instant.nullable(),
});
export type JoiningCode = z.infer<typeof JoiningCode>;

/** How many wrong tries a WeChat may make, and for how long it waits after the last of them. */
export const joiningTryLimits = { allowed: 5, lockMinutes: 15 } as const;

/**
 * Who has how many wrong tries behind them. `_id` is the caller's key, never the OpenID itself. A try counts before it
 * is judged, so that parallel tries cannot outrun the count; locked while all are spent and the last is recent.
 */
export const JoiningTries = z.object({
  _id: Id,
  wrong: z.int().min(0).max(joiningTryLimits.allowed),
  lastTryAt: Instant,
});
export type JoiningTries = z.infer<typeof JoiningTries>;

/** What the phone knows about the person in front of it. */
export const Me = z.object({
  roles: z.array(Role),
  /** Of whose branch somebody is HR, who may work in another; null for HR everywhere and for everybody else. */
  hrBranchId: BranchId.nullable(),
  person: z
    .object({
      personId: Id,
      name: z.string(),
      employeeNumber: z.string(),
      departmentName: z.string(),
      position: z.string(),
      branchId: BranchId,
      dateOfJoining: Day.nullable(),
    })
    .nullable(),
});
export type Me = z.infer<typeof Me>;
