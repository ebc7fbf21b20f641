import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { Id, paragraph, RequestId } from '../kernel/scalar';
import { BoardingState, MyBoardingActivity, OnboardingRun, RequiredBeside } from './run';
import { ActivityKey } from './template';

const anyone = ['newHire', 'employee'] as const;
const oneRun = { runId: Id };

/** What everybody does who has a part in somebody's coming. */
export const ownerCalls = {
  /** 我的入职任务: what is open and mine in all runs, the soonest due first. */
  listMyActivities: {
    kind: 'read',
    roles: anyone,
    input: z.strictObject({}),
    output: z.object({ items: z.array(MyBoardingActivity).max(200) }),
    refusals: [],
  },
  /** A run as far as the caller has a part in it: whoever comes, buddy, manager and HR all of it, others their own. */
  readRun: {
    kind: 'read',
    roles: anyone,
    input: z.strictObject(oneRun),
    output: OnboardingRun.extend({ required: RequiredBeside }),
    refusals: ['run_not_found'],
  },
  /** `words`: why it is stuck or does not apply, or the answer that a form asks for. */
  markActivity: {
    kind: 'change',
    roles: anyone,
    input: z.strictObject({
      ...oneRun,
      key: ActivityKey,
      to: BoardingState,
      words: paragraph(300),
      requestId: RequestId,
    }),
    output: OnboardingRun,
    refusals: [
      'run_not_found',
      'run_over',
      'boarding_closed',
      'boarding_not_found',
      'boarding_not_yours',
      'boarding_locked',
      'boarding_by_course',
      'boarding_by_greeting',
      'boarding_paper_missing',
      'reason_missing',
      'text_refused',
      'wait_and_repeat',
    ],
  },
  /** Words for somebody who comes: from the buddy, the manager, or a colleague of the department. One a person. */
  greet: {
    kind: 'change',
    roles: ['employee'],
    input: z.strictObject({ ...oneRun, words: paragraph(200, 1), requestId: RequestId }),
    output: z.object({}),
    refusals: ['run_not_found', 'run_over', 'greetings_full', 'text_refused', 'wait_and_repeat'],
  },
  replyCheck: {
    kind: 'change',
    roles: ['employee'],
    input: z.strictObject({ ...oneRun, words: paragraph(500, 1), requestId: RequestId }),
    output: OnboardingRun,
    refusals: ['run_not_found', 'check_not_answered', 'check_replied', 'text_refused', 'wait_and_repeat'],
  },
} as const satisfies Contract;
