import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { FileId, Id, paragraph, RequestId } from '../kernel/scalar';
import { ChangesSinceLeft, HandedPaper, OnboardingRun, ProfileCard, RequiredBeside } from './run';
import { PaperKind } from './template';

const joiner = ['newHire', 'employee'] as const;
const mark = z.int().min(1).max(5);

/** What somebody who comes does: before the first day, and in the month after it. */
export const joinerCalls = {
  /** 我的入职: everything about my coming; null when there is no run of mine. `changes`: for who returns. */
  readMyRun: {
    kind: 'read',
    roles: joiner,
    input: z.strictObject({}),
    output: z.object({
      run: OnboardingRun.nullable(),
      papers: z.array(HandedPaper).max(10),
      required: RequiredBeside,
      changes: ChangesSinceLeft.nullable(),
      card: ProfileCard.nullable(),
    }),
    refusals: [],
  },
  /** A file that was uploaded to `onboarding-papers/<requestId>/<kind>.<extension>`, or a number that was typed. */
  handInPaper: {
    kind: 'change',
    roles: joiner,
    input: z.strictObject({
      kind: PaperKind,
      fileId: FileId.nullable(),
      typed: z
        .string()
        .regex(/^\d{12,19}$/)
        .nullable(),
      requestId: RequestId,
    }),
    output: HandedPaper,
    refusals: ['run_not_found', 'run_over', 'paper_unusable', 'wait_and_repeat'],
  },
  /** Takes it back; what it closed is open again. */
  takePaperBack: {
    kind: 'change',
    roles: joiner,
    input: z.strictObject({ kind: PaperKind, requestId: RequestId }),
    output: z.object({}),
    refusals: ['run_not_found', 'run_over', 'wait_and_repeat'],
  },
  /** 认识我: only what I choose to say, shown to my department from my first day. */
  writeCard: {
    kind: 'change',
    roles: joiner,
    input: z.strictObject({
      intro: paragraph(100, 1),
      likes: paragraph(100),
      askMe: paragraph(100),
      requestId: RequestId,
    }),
    output: ProfileCard,
    refusals: ['run_not_found', 'text_refused', 'wait_and_repeat'],
  },
  eraseCard: {
    kind: 'change',
    roles: joiner,
    input: z.strictObject({ requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
  /** 新同事: the cards of my department that are shown now, the newest first; with the run, so that one can greet. */
  listNewColleagues: {
    kind: 'read',
    roles: ['employee'],
    input: z.strictObject({}),
    output: z.object({ items: z.array(ProfileCard.extend({ runId: Id })).max(30) }),
    refusals: [],
  },
  answerCheck: {
    kind: 'change',
    roles: ['employee'],
    input: z.strictObject({
      marks: z.array(mark).min(3).max(3),
      words: paragraph(500),
      requestId: RequestId,
    }),
    output: OnboardingRun,
    refusals: ['run_not_found', 'check_not_open', 'check_answered', 'text_refused', 'wait_and_repeat'],
  },
} as const satisfies Contract;
