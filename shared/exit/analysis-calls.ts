import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id, line, RequestId } from '../kernel/scalar';
import { BranchId } from '../people/model';
import { ExitBoard, HalfYear, Improvement, ImprovementAbout, ReasonWords } from './analysis';

const hr = ['hr', 'branchHr'] as const;

export const analysisCalls = {
  // past leavings
  /** Brings the next piece of the roster's past leavings; the phone calls it until `next` is null. */
  bringPastLeavings: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ cursor: pageRequest.cursor, status: z.enum(['left', 'alumni']), requestId: RequestId }),
    output: z.object({
      brought: z.int().min(0),
      /** Where to go on; null when this status is done. */
      next: z.string().nullable(),
    }),
    refusals: ['wait_and_repeat'],
  },
  listReasonWords: {
    kind: 'read',
    roles: ['hr'],
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(ReasonWords),
    refusals: [],
  },
  /** Says once what words of rosters mean; holds for those already brought and for all that come. */
  assignReasonWords: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      items: z
        .array(z.strictObject({ wordsId: Id, reasonId: Id }))
        .min(1)
        .max(50),
      requestId: RequestId,
    }),
    output: z.object({}),
    refusals: ['exit_reason_unknown'],
  },

  // 离职分析
  /**
   * The whole company for HR; for HR of branches one of theirs, the first where they name none. HR of the whole company
   * sees no single branch: the whole less the others would tell small groups.
   */
  readExitBoard: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ branchId: BranchId.optional() }),
    output: ExitBoard,
    refusals: ['branch_out_of_reach'],
  },

  // 改进
  openImprovement: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      title: line(60),
      about: ImprovementAbout,
      ownerPersonId: Id,
      dueOn: Day,
      from: HalfYear,
      requestId: RequestId,
    }),
    output: Improvement,
    refusals: ['colleague_not_found', 'improvement_about_unknown', 'request_id_reused', 'wait_and_repeat'],
  },
  /** What I was asked to see to, the latest first: whoever owns an improvement need not be HR. */
  listMyImprovements: {
    kind: 'read',
    roles: ['employee'],
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Improvement),
    refusals: [],
  },
  /** How far it is, in the owner's words; HR who opened it hears of it. */
  reportImprovement: {
    kind: 'change',
    roles: ['employee'],
    input: z.strictObject({ improvementId: Id, words: line(200), requestId: RequestId }),
    output: Improvement,
    refusals: ['improvement_done', 'improvement_not_found', 'wait_and_repeat'],
  },
  /** Gives an open one to another owner: who had it is told, unless they have left, and it leaves their 今天. */
  passOnImprovement: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ improvementId: Id, ownerPersonId: Id, requestId: RequestId }),
    output: Improvement,
    refusals: ['colleague_not_found', 'improvement_done', 'improvement_not_found', 'wait_and_repeat'],
  },
  /** By its owner, or by HR of the whole company. */
  finishImprovement: {
    kind: 'change',
    roles: ['employee', 'hr'],
    input: z.strictObject({ improvementId: Id, result: line(200), requestId: RequestId }),
    output: Improvement,
    refusals: ['improvement_not_found', 'wait_and_repeat'],
  },
} as const satisfies Contract;
