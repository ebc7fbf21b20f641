import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id, line, RequestId } from '../kernel/scalar';
import { BranchId } from '../people/model';
import { BoardFigures, HandedPaper, OnboardingRun, RunLine } from './run';
import { ActivityKey, FirstDay, MatchReason, OwnerRole } from './template';

const hr = ['hr', 'branchHr'] as const;
const oneRun = { runId: Id };

/** How many runs are begun by one call: sixty people are six calls. */
const mostStarts = 10;

/** What HR does with runs: begin, watch, put right. */
export const runCalls = {
  /** What would happen if it began now: which template and why, who would do what, who is missing. */
  proposeRun: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ personId: Id }),
    output: z.object({
      personId: Id,
      name: z.string(),
      departmentName: z.string(),
      position: z.string(),
      dateOfJoining: Day.nullable(),
      stint: z.int().min(1),
      /** Of the run that is there already; null when there is none. */
      runId: Id.nullable(),
      template: z
        .object({ name: z.string(), version: z.int(), why: z.array(MatchReason), activities: z.int() })
        .nullable(),
      owners: z.array(z.object({ owner: OwnerRole, name: z.string().nullable() })).max(8),
    }),
    refusals: ['person_not_found'],
  },
  /** Begins runs. One that cannot begin says why and holds up no other. */
  startRuns: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      starts: z
        .array(z.strictObject({ personId: Id, buddyId: Id }))
        .min(1)
        .max(mostStarts),
      requestId: RequestId,
    }),
    output: z.object({
      items: z
        .array(
          z.object({
            personId: Id,
            outcome: z.enum([
              'started',
              'there',
              'personNotFound',
              'dayMissing',
              'noTemplate',
              'buddyNotHere',
              'roleUnfilled',
            ]),
            runId: Id.nullable(),
            /** With `roleUnfilled`: which. */
            role: OwnerRole.nullable(),
          }),
        )
        .max(mostStarts),
    }),
    refusals: ['wait_and_repeat'],
  },
  /** HR's board, the latest first day first. */
  listRuns: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({
      which: z.enum(['open', 'late', 'stuck', 'over']),
      branchId: BranchId.optional(),
      departmentId: Id.optional(),
      ...pageRequest,
    }),
    output: pageOf(RunLine),
    refusals: [],
  },
  readBoard: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ branchId: BranchId.optional(), departmentId: Id.optional() }),
    output: BoardFigures,
    refusals: [],
  },
  /** Gives what is open to somebody else. */
  reassignActivity: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...oneRun, key: ActivityKey, personId: Id, requestId: RequestId }),
    output: OnboardingRun,
    refusals: [
      'run_not_found',
      'run_over',
      'boarding_not_found',
      'boarding_closed',
      'colleague_not_found',
      'wait_and_repeat',
    ],
  },
  planFirstDay: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...oneRun, firstDay: FirstDay, requestId: RequestId }),
    output: OnboardingRun,
    refusals: ['run_not_found', 'run_over', 'wait_and_repeat'],
  },
  /** Adds what the template has gained since; takes nothing away and changes nothing that is there. */
  reapplyTemplate: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...oneRun, requestId: RequestId }),
    output: z.object({ run: OnboardingRun, added: z.int().min(0) }),
    refusals: ['run_not_found', 'run_over', 'template_not_found', 'role_unfilled', 'wait_and_repeat'],
  },
  /** They do not come after all. Papers are removed within the minute, 认识我 at once. */
  cancelRun: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...oneRun, reason: line(200), requestId: RequestId }),
    output: OnboardingRun,
    refusals: ['run_not_found', 'run_over', 'wait_and_repeat'],
  },
  /** What the new hire handed in, with addresses that last minutes; who looked is logged. */
  readPapers: {
    kind: 'read',
    roles: hr,
    input: z.strictObject(oneRun),
    output: z.object({
      items: z
        .array(
          HandedPaper.extend({
            /** Of a file. */
            url: z.string().nullable(),
            isPdf: z.boolean(),
            typed: z.string().max(40).nullable(),
          }),
        )
        .max(10),
    }),
    refusals: ['run_not_found'],
  },
} as const satisfies Contract;
