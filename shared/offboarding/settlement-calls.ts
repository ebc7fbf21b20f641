import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { Day, Id, paragraph } from '../kernel/scalar';
import { LeavingDetail } from './leaving-detail';
import { SettlementInput } from './settlement';
import { step, stepRefusals } from './step';

const money = ['finance', 'hr', 'branchHr'] as const;
const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
const seenTotalFen = z.int().min(-999_999_999).max(999_999_999);

/** 离职结算: put in by one person, confirmed by another, questioned by the leaver, paid. */
export const settlementCalls = {
  draftSettlement: {
    kind: 'change',
    roles: money,
    input: z.strictObject({ ...step, settlement: SettlementInput }),
    output: LeavingDetail,
    refusals: [...stepRefusals, 'settlement_paid'],
  },
  /** By another person than who put the figures in; from then on the leaver sees it. */
  confirmSettlement: {
    kind: 'change',
    roles: money,
    input: z.strictObject({ ...step, seenTotalFen }),
    output: LeavingDetail,
    refusals: [...stepRefusals, 'settlement_changed', 'settlement_needs_other'],
  },
  /** 这笔不对: by the leaver, about a line or the whole, once it is shown; before it is paid, payment waits. */
  questionSettlement: {
    kind: 'change',
    roles: ['employee', 'alumnus'],
    input: z.strictObject({
      ...step,
      /** Which line of the statement that was seen; null for all of it, or for what is missing. */
      lineAt: z.int().min(0).max(69).nullable(),
      seenTotalFen,
      words: paragraph(200, 1),
    }),
    output: LeavingDetail,
    refusals: [
      'leaving_not_found',
      'leaving_step_passed',
      'request_id_reused',
      'settlement_changed',
      'settlement_questions_full',
    ],
  },
  /** In words; `mended` sends the statement back to be put in and confirmed again, as long as it is not paid. */
  answerQuestion: {
    kind: 'change',
    roles: money,
    input: z.strictObject({
      ...step,
      questionId: Id,
      outcome: z.enum(['explained', 'mended']),
      words: paragraph(200, 1),
    }),
    output: LeavingDetail,
    refusals: [...stepRefusals, 'settlement_paid', 'settlement_question_not_found'],
  },
  recordPayment: {
    kind: 'change',
    roles: money,
    input: z.strictObject({ ...step, paidOn: Day }),
    output: LeavingDetail,
    refusals: [...stepRefusals, 'paid_day_wrong', 'settlement_questioned'],
  },
  /** Statements of those whose last day lies in a month, for payroll: CSV that no spreadsheet takes for formulas. */
  exportSettlements: {
    kind: 'read',
    roles: money,
    input: z.strictObject({ month: Month }),
    output: z.object({ csv: z.string(), lines: z.int().min(0) }),
    refusals: ['export_too_long'],
  },
} as const satisfies Contract;
