import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { Day, Id, line, RequestId } from '../kernel/scalar';
import { BranchId, EmployeeNumber } from './model';

const hr = ['hr', 'branchHr'] as const;

/** 手机号 as people type it: digits, blanks, dashes, a country code. */
const TypedPhone = z.string().regex(/^\+?[\d -]{6,20}$/);

/** How somebody who was hired comes into the records one at a time; a roster brings many. */
export const hireCalls = {
  /**
   * 新增待入职: a person and an employment before its first day. The number of somebody who left belongs to them: it
   * opens their next stint when HR says that it is they who return, and is refused otherwise.
   */
  addNewHire: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      name: line(40),
      employeeNumber: EmployeeNumber,
      departmentName: line(60),
      position: line(60),
      branchId: BranchId,
      /** From today on. */
      dateOfJoining: Day,
      /** 直属上级: a colleague. */
      managerPersonId: Id,
      phone: TypedPhone.nullable(),
      isReturn: z.boolean(),
      requestId: RequestId,
    }),
    output: z.object({ personId: Id, employmentId: Id, stint: z.int().min(1) }),
    refusals: [
      'branch_not_found',
      'branch_out_of_reach',
      'colleague_not_found',
      'employee_number_left',
      'employee_number_taken',
      'first_day_past',
      'returner_unknown',
      'request_id_reused',
      'wait_and_repeat',
    ],
  },
  /** Another first day, while the old one has not come. The identity and the onboarding run follow. */
  moveFirstDay: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ employmentId: Id, dateOfJoining: Day, requestId: RequestId }),
    output: z.object({ dateOfJoining: Day }),
    refusals: ['employment_not_found', 'first_day_past', 'started_already', 'wait_and_repeat'],
  },
} as const satisfies Contract;
