import * as z from 'zod';
import { Day, Id, Instant } from '../kernel/scalar';
import {
  ClearanceRow,
  EmployerGround,
  HandoverItem,
  LeavingLine,
  mostHandoverItems,
  mostRows,
  Talk,
  Withdrawal,
} from './separation';
import { mostQuestions, Settlement, StatementQuestion } from './settlement';

const leavingActions = [
  'acknowledge',
  'changeLastDay',
  'openTalk',
  'settleTalk',
  'answerWithdrawal',
  'withdraw',
  'askToStay',
  'listHandover',
  'draftSettlement',
  'confirmSettlement',
  'recordPayment',
  'questionSettlement',
  'answerQuestion',
] as const;
export const LeavingAction = z.enum(leavingActions);
export type LeavingAction = z.infer<typeof LeavingAction>;

/** A row as its reader sees it: with a picture's address for a while, and whether the reader may settle it. */
export const RowView = ClearanceRow.extend({ pictureUrl: z.string().nullable(), isMine: z.boolean() });
export type RowView = z.infer<typeof RowView>;

export const HandoverView = HandoverItem.extend({
  /** What the reader may sign now. */
  maySign: z.enum(['given', 'taken']).nullable(),
  /** Nobody has signed for it, and whoever was to does not work here any more. Told to who may reassign it. */
  hasReceiverLeft: z.boolean(),
});
export type HandoverView = z.infer<typeof HandoverView>;

/**
 * One leaving as one person may see it. The leaver and HR see all but each other's business; who owns rows sees those,
 * a manager and who takes over also the handover. What somebody may not see is null, or missing from a list.
 */
export const LeavingDetail = LeavingLine.extend({
  side: z.enum(['self', 'hr', 'owner']),
  dateOfJoining: Day.nullable(),
  ground: EmployerGround.nullable(),
  contractEndsOn: Day.nullable(),
  reasonId: Id.nullable(),
  words: z.string().max(1000).nullable(),
  /** For HR alone. */
  note: z.string().max(1000).nullable(),
  acknowledgedBy: z.string().max(40).nullable(),
  acknowledgedAt: Instant.nullable(),
  /** Between these days HR may set the last one; null where nothing is to be set. */
  lastDayFrom: Day.nullable(),
  lastDayUntil: Day.nullable(),
  /** Archives and insurance. */
  papersUntil: Day.nullable(),
  talk: Talk.nullable(),
  withdrawal: Withdrawal.nullable(),
  interview: z.enum(['pending', 'completed', 'cancelled']),
  rows: z.array(RowView).max(mostRows),
  handover: z.array(HandoverView).max(mostHandoverItems),
  settlement: Settlement.nullable(),
  /** For the leaver, HR and finance; the first one first. */
  questions: z.array(StatementQuestion).max(mostQuestions),
  effectiveAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  /** What the reader may do now. */
  allowed: z.array(LeavingAction),
});
export type LeavingDetail = z.infer<typeof LeavingDetail>;
