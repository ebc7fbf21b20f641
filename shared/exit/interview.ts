import * as z from 'zod';
import { Day, Id, Instant } from '../kernel/scalar';
import { LeavingKind } from '../offboarding/separation';

export const InterviewState = z.enum(['pending', 'scheduled', 'completed', 'cancelled']);
export type InterviewState = z.infer<typeof InterviewState>;

/** 结论: 挽留成功, 确认离职. */
export const ExitOutcome = z.enum(['retained', 'exitConfirmed']);
export type ExitOutcome = z.infer<typeof ExitOutcome>;

/** What the leaver may still change: until so many days after the last day. */
export const formOpenDays = 30;

export const Likelihood = z.enum(['yes', 'perhaps', 'no']);
export type Likelihood = z.infer<typeof Likelihood>;

/** The leaver's form (离职面谈问卷), whole or half filled. Free words are kept sealed. */
export const ExitForm = z.object({
  /** The first is the main one. */
  reasonIds: z.array(Id).max(3),
  /** 离职的想法 */
  story: z.string().max(1000),
  /** 对公司的建议 */
  suggestions: z.string().max(1000),
  /** 职业计划 */
  plans: z.string().max(500),
  wouldReturn: Likelihood.nullable(),
  /** 愿意把公司推荐给朋友吗, 0 to 10. */
  wouldRecommend: z.int().min(0).max(10).nullable(),
});
export type ExitForm = z.infer<typeof ExitForm>;

/** Who the interview is about, as HR and the manager see them. */
export const LeaverHead = z.object({
  employmentId: Id,
  personId: Id,
  personName: z.string().max(40),
  departmentName: z.string().max(60),
  position: z.string().max(60),
  kind: LeavingKind,
  lastDay: Day,
});
export type LeaverHead = z.infer<typeof LeaverHead>;

/** A line of 离职面谈. */
export const InterviewLine = LeaverHead.extend({
  state: InterviewState,
  scheduledAt: Instant.nullable(),
  isFormFilled: z.boolean(),
  hasManagerView: z.boolean(),
  outcome: ExitOutcome.nullable(),
});
export type InterviewLine = z.infer<typeof InterviewLine>;

/** 面谈记录 of HR. */
const TalkSheet = z.object({
  reasonId: Id.nullable(),
  notes: z.string().max(2000),
  suggestions: z.string().max(1000),
});
export type TalkSheet = z.infer<typeof TalkSheet>;

/** 直属上级's view: written once, without seeing what the leaver says. */
export const ManagerView = z.object({ reasonId: Id, words: z.string().max(500), at: Instant });
export type ManagerView = z.infer<typeof ManagerView>;

/** The whole interview, for HR in reach only. */
export const Interview = InterviewLine.extend({
  place: z.string().max(60).nullable(),
  interviewerName: z.string().max(40).nullable(),
  invitedAt: Instant.nullable(),
  /** Null until the leaver handed it in: a draft is nobody else's. */
  form: ExitForm.extend({ at: Instant }).nullable(),
  talk: TalkSheet.nullable(),
  managerView: ManagerView.nullable(),
  cancelReason: z.string().max(200).nullable(),
  /** Counts the changes. */
  version: z.int().min(0),
  allowed: z.array(z.enum(['invite', 'schedule', 'record', 'cancel'])),
});
export type Interview = z.infer<typeof Interview>;

/** The leaver's own side. */
export const MyInterview = z.object({
  employmentId: Id,
  lastDay: Day,
  scheduledAt: Instant.nullable(),
  place: z.string().max(60).nullable(),
  interviewerName: z.string().max(40).nullable(),
  form: ExitForm,
  handedInAt: Instant.nullable(),
  isOpen: z.boolean(),
});
export type MyInterview = z.infer<typeof MyInterview>;
