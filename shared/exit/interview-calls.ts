import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';
import {
  ExitForm,
  ExitOutcome,
  Interview,
  InterviewLine,
  InterviewState,
  LeaverHead,
  Likelihood,
  ManagerView,
  MyInterview,
} from './interview';
import { ExitPortrait } from './portrait';

const hr = ['hr', 'branchHr'] as const;
const leaver = ['employee', 'alumnus'] as const;
const one = { employmentId: Id };
const change = { ...one, requestId: RequestId };
const interviewRefusals = ['exit_interview_not_found', 'exit_interview_closed', 'wait_and_repeat'] as const;

export const interviewCalls = {
  // HR in reach
  listExitInterviews: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ state: InterviewState, ...pageRequest }),
    output: pageOf(InterviewLine),
    refusals: [],
  },
  readExitInterview: {
    kind: 'read',
    roles: hr,
    input: z.strictObject(one),
    output: Interview,
    refusals: ['exit_interview_not_found'],
  },
  /** 离职画像: what other parts of 同路 know, asked for at each reading. */
  readExitPortrait: {
    kind: 'read',
    roles: hr,
    input: z.strictObject(one),
    output: ExitPortrait,
    refusals: ['exit_interview_not_found', 'wait_and_repeat'],
  },
  /** Asks the leaver to fill in the form. */
  inviteToExitInterview: {
    kind: 'change',
    roles: hr,
    input: z.strictObject(change),
    output: Interview,
    refusals: interviewRefusals,
  },
  scheduleExitInterview: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...change, scheduledAt: Instant, place: line(60), interviewerName: line(40) }),
    output: Interview,
    refusals: [...interviewRefusals, 'exit_interview_past'],
  },
  /** 面谈记录 with its outcome; the interview is completed. */
  recordExitTalk: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      ...change,
      reasonId: Id.nullable(),
      notes: paragraph(2000, 1),
      suggestions: paragraph(1000),
      outcome: ExitOutcome,
    }),
    output: Interview,
    refusals: [...interviewRefusals, 'exit_reason_unknown'],
  },
  cancelExitInterview: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...change, reason: line(200) }),
    output: Interview,
    refusals: interviewRefusals,
  },

  // the leaver
  /** Null for somebody who was not invited. */
  readMyExitInterview: {
    kind: 'read',
    roles: leaver,
    input: z.strictObject({}),
    output: z.object({ interview: MyInterview.nullable() }),
    refusals: [],
  },
  /** A draft, or the whole form. What was handed in stays as it is. */
  saveMyExitForm: {
    kind: 'change',
    roles: leaver,
    input: z.strictObject({
      ...change,
      reasonIds: ExitForm.shape.reasonIds,
      story: paragraph(1000),
      suggestions: paragraph(1000),
      plans: paragraph(500),
      wouldReturn: Likelihood.nullable(),
      wouldRecommend: ExitForm.shape.wouldRecommend,
      isHandedIn: z.boolean(),
    }),
    output: MyInterview,
    refusals: [...interviewRefusals, 'exit_reason_unknown', 'exit_form_incomplete'],
  },

  // the manager
  /** What a manager may know: who leaves and when, and their own view. Never what the leaver says. */
  readManagerView: {
    kind: 'read',
    roles: ['manager'],
    input: z.strictObject(one),
    output: z.object({ leaver: LeaverHead, view: ManagerView.nullable() }),
    refusals: ['exit_interview_not_found'],
  },
  /** Written once. */
  recordManagerView: {
    kind: 'change',
    roles: ['manager'],
    input: z.strictObject({ ...change, reasonId: Id, words: paragraph(500) }),
    output: z.object({ leaver: LeaverHead, view: ManagerView.nullable() }),
    refusals: [...interviewRefusals, 'exit_reason_unknown', 'manager_view_written'],
  },
} as const satisfies Contract;
