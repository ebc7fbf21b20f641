import * as z from 'zod';
import { Day, Id, Instant } from '../kernel/scalar';

/** How an employment comes to its end: 辞职, 公司提出, 合同到期, 退休, 去世. */
export const LeavingKind = z.enum(['resignation', 'byEmployer', 'contractEnd', 'retirement', 'death']);
export type LeavingKind = z.infer<typeof LeavingKind>;

/** On what the company's own decision rests: 劳动合同法 36 协商一致, 39 过失, 40 无过失, 41 裁员. */
export const EmployerGround = z.enum(['agreed', 'fault', 'noFault', 'layoff']);
export type EmployerGround = z.infer<typeof EmployerGround>;

/**
 * 离职: `submitted` until HR acknowledges (受理), `acknowledged` until the last day is over, `effective` until nothing is
 * left to do, `closed`. `withdrawn` and `retained` (after a talk): the person stays.
 */
export const SeparationState = z.enum(['submitted', 'acknowledged', 'effective', 'closed', 'withdrawn', 'retained']);
export type SeparationState = z.infer<typeof SeparationState>;

/** What a leaving is waiting for next; clearance rows go on side by side. */
export const SeparationStep = z.enum(['noticePeriod', 'interview', 'handover', 'clearance', 'settlement', 'closed']);
export type SeparationStep = z.infer<typeof SeparationStep>;

/** 劳动合同法 37: days of notice, and in probation. Calendar days. */
export const noticeDays = { usual: 30, probation: 3 } as const;
/** 劳动合同法 50: archives and social insurance, so many calendar days after the last day. */
export const statutoryPaperDays = 15;
/** The target: all that is to be cleared, so many workdays after the last day. */
export const clearanceTargetWorkdays = 1;

/** Who settles a row of the clearance. */
export const RowOwner = z.enum(['manager', 'it', 'finance', 'administration', 'hr']);
export type RowOwner = z.infer<typeof RowOwner>;

/** `certificate` is settled by 同路 on the last day; `statutory` is due in 15 days; all others by the target. */
export const RowKind = z.enum(['handover', 'return', 'account', 'money', 'paper', 'certificate', 'statutory']);
export type RowKind = z.infer<typeof RowKind>;

/** `costAgreed`: what did not come back is paid for. `stuck`: the owner said what is in the way. */
export const RowState = z.enum(['open', 'stuck', 'done', 'returned', 'costAgreed', 'notNeeded']);
export type RowState = z.infer<typeof RowState>;

/** Money in fen; one amount stays under ten million yuan. */
export const Fen = z.int().min(0).max(999_999_999);

export const mostRows = 30;
export const mostHandoverItems = 40;

/** 离职手续清单的一行 */
export const ClearanceRow = z.object({
  rowId: Id,
  owner: RowOwner,
  kind: RowKind,
  title: z.string().min(1).max(30),
  dueOn: Day,
  state: RowState,
  isLate: z.boolean(),
  /** What the owner wrote: what is in the way, or why something is paid for. */
  words: z.string().max(200).nullable(),
  costFen: Fen.nullable(),
  hasEvidence: z.boolean(),
  settledBy: z.string().max(40).nullable(),
  settledAt: Instant.nullable(),
});
export type ClearanceRow = z.infer<typeof ClearanceRow>;

/** 交接清单的一行: signed by who gives and by who takes. */
export const HandoverItem = z.object({
  itemId: Id,
  what: z.string().min(1).max(60),
  /** Where it is: a folder, a link, a drawer. */
  where: z.string().max(200),
  receiverId: Id,
  receiverName: z.string().max(40),
  givenAt: Instant.nullable(),
  takenAt: Instant.nullable(),
});
export type HandoverItem = z.infer<typeof HandoverItem>;

/** How far the clearance has come. */
export const Progress = z.object({
  /** 手续完成率, 0 to 100, of the rows that the target counts. */
  percent: z.int().min(0).max(100),
  settled: z.int().min(0).max(mostRows),
  rows: z.int().min(0).max(mostRows),
  /** By when everything but archives and insurance is to be settled; null before a last day is agreed. */
  targetOn: Day.nullable(),
  /** When it was. */
  clearedOn: Day.nullable(),
});
export type Progress = z.infer<typeof Progress>;

/** 挽留谈话 */
export const Talk = z.object({
  openedAt: Instant,
  /** `retained` becomes true only when the leaver withdraws; `confirmed`: leaves all the same. */
  outcome: z.enum(['retained', 'confirmed']).nullable(),
});
export type Talk = z.infer<typeof Talk>;

/** Asking to stay after HR has acknowledged. */
export const Withdrawal = z.object({
  askedAt: Instant,
  answer: z.enum(['agreed', 'declined']).nullable(),
  words: z.string().max(200).nullable(),
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** A leaving in a list. */
export const LeavingLine = z.object({
  _id: Id,
  employmentId: Id,
  personId: Id,
  personName: z.string().max(40),
  employeeNumber: z.string().max(32),
  departmentName: z.string().max(60),
  position: z.string().max(60),
  branchId: Id,
  kind: LeavingKind,
  state: SeparationState,
  step: SeparationStep.nullable(),
  /** Agreed; null before. */
  lastDay: Day.nullable(),
  /** The last day by law if nothing else is agreed; null where the kind knows no notice. */
  legalLastDay: Day.nullable(),
  wishedLastDay: Day.nullable(),
  submittedAt: Instant,
  isWithdrawalAsked: z.boolean(),
  progress: Progress,
  /** The rows that are late or stuck, with who has them. */
  stuck: z.array(ClearanceRow.pick({ rowId: true, owner: true, title: true, state: true, dueOn: true })).max(mostRows),
});
export type LeavingLine = z.infer<typeof LeavingLine>;
