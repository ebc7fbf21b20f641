import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id, line } from '../kernel/scalar';
import { BranchId } from './model';

/** A colleague as every employee may see one. */
export const Colleague = z.object({
  personId: Id,
  name: z.string().max(40),
  departmentName: z.string().max(60),
  position: z.string().max(60),
});
export type Colleague = z.infer<typeof Colleague>;

/** A month and a day without a year, `02-29` included. */
export const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
export type MonthDay = z.infer<typeof MonthDay>;

/** What other contexts may know of somebody who works here: never a birth year, a phone or a reason. */
export const ColleagueFacts = Colleague.extend({
  departmentId: Id,
  branchId: BranchId,
  /** 直属上级; null where the roster does not say, or the manager has left. */
  managerPersonId: Id.nullable(),
  birthday: MonthDay.nullable(),
  /** Of the present employment. */
  dateOfJoining: Day.nullable(),
});
export type ColleagueFacts = z.infer<typeof ColleagueFacts>;

/** The calls by which colleagues find each other, and by which other contexts ask who works here. */
export const colleagueCalls = {
  /** Whom an employee can thank or mention: people who work here now, by the beginning of their name. */
  findColleagues: {
    kind: 'read',
    roles: ['employee'],
    input: z.strictObject({ search: line(40) }),
    output: z.object({ items: z.array(Colleague).max(20) }),
    refusals: [],
  },
  /** One colleague by id, for a page that somebody was led to. */
  readColleague: {
    kind: 'read',
    roles: ['employee'],
    input: z.strictObject({ personId: Id }),
    output: Colleague,
    refusals: ['colleague_not_found'],
  },
  /**
   * These persons as far as they work here now, or will on another day as far as is known by now; who has left, or is
   * not known, is missing.
   */
  readColleagues: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ personIds: z.array(Id).min(1).max(50), on: Day.optional() }),
    output: z.object({ items: z.array(ColleagueFacts).max(50) }),
    refusals: [],
  },
  /** Everybody who works here now, or one department of them, by employee number. */
  listColleagues: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ departmentId: Id.optional(), ...pageRequest }),
    output: pageOf(ColleagueFacts),
    refusals: [],
  },
  /** Who reports to this employment and works here now, by employee number. */
  listReports: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ managerEmploymentId: Id, ...pageRequest }),
    output: pageOf(ColleagueFacts),
    refusals: [],
  },
} as const;
