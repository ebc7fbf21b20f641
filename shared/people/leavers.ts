import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id } from '../kernel/scalar';
import { BranchId, EmployeeNumber, EmploymentStatus } from './model';

/** What offboarding and exit may know of an employment, during it and after: never a birthday or a phone. */
export const EmploymentFacts = z.object({
  employmentId: Id,
  personId: Id,
  name: z.string().max(40),
  employeeNumber: EmployeeNumber,
  stint: z.int().min(1).max(99),
  branchId: BranchId,
  departmentId: Id,
  departmentName: z.string().max(60),
  position: z.string().max(60),
  status: EmploymentStatus,
  dateOfJoining: Day.nullable(),
  relievingDate: Day.nullable(),
  /** 离职原因 in the words of the roster. */
  exitReason: z.string().max(100).nullable(),
  /** 直属上级, whether that person still works here or not; null where nobody is known. */
  managerPersonId: Id.nullable(),
});
export type EmploymentFacts = z.infer<typeof EmploymentFacts>;

/**
 * 法定退休年龄 by the ways of 国务院关于渐进式延迟法定退休年龄的办法 (2025): 男职工, 女职工 whose age was 55 (管理和技术岗), and those
 * whose age was 50.
 */
export const RetirementWay = z.enum(['men', 'womenOf55', 'womenOf50']);
export type RetirementWay = z.infer<typeof RetirementWay>;

/** The calls by which other contexts ask about employments that end or have ended. */
export const leaverCalls = {
  /** These employments, ended or not; unknown ones are missing. */
  readEmploymentFacts: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ employmentIds: z.array(Id).min(1).max(50) }),
    output: z.object({ items: z.array(EmploymentFacts).max(50) }),
    refusals: [],
  },
  /** Employments whose status is one of the past, by employee number. */
  listLeavers: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ status: z.enum(['left', 'alumni']), ...pageRequest }),
    output: pageOf(EmploymentFacts),
    refusals: [],
  },
  /** The day on which somebody comes to the legal age of retirement, by each way; null where no birthday is known. */
  readRetirementDays: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ employmentId: Id }),
    output: z.object({ days: z.record(RetirementWay, Day).nullable() }),
    refusals: ['employment_not_found'],
  },
  /** Every employment of a person, the first one first. */
  listStints: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ personId: Id }),
    output: z.object({ items: z.array(EmploymentFacts).max(20) }),
    refusals: [],
  },
  /** How many work here now, and how many of them began on a day or later. */
  countHeadcount: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ since: Day }),
    output: z.object({ present: z.int().min(0), joinedSince: z.int().min(0) }),
    refusals: [],
  },
} as const;
