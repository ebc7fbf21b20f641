import * as z from 'zod';
import { Day, Id, Instant, line } from '../kernel/scalar';
import { Fen } from './separation';

/** 21.75 paid days a month (劳社部发〔2008〕3号), eight hours a day. In hundredths, so that no fraction is ever stored. */
export const paidDaysHundredths = 2175;
export const hoursADay = 8;

const mostExtraLines = 10;
const extras = z.array(z.strictObject({ reason: line(40), fen: Fen.min(1) })).max(mostExtraLines);
const halves = (most: number) => z.int().min(0).max(most);

/** What finance puts in. Days and hours are counted in halves, money in fen. */
export const SettlementInput = z.strictObject({
  /** 月薪, at most a million yuan. */
  monthlyPayFen: z.int().min(0).max(100_000_000),
  /** Days worked, or paid by law, that have not been paid yet. */
  unpaidHalfDays: halves(200),
  /** 法定年假 not taken: paid threefold, onefold of which is in the pay already. */
  statutoryLeaveHalfDays: halves(60),
  /** 公司假期 not taken, where the company pays for it: onefold. */
  companyLeaveHalfDays: halves(120),
  /** Overtime that was not given back: on workdays 1.5, on days of rest 2, on public holidays 3. */
  workdayOvertimeHalfHours: halves(600),
  restDayOvertimeHalfHours: halves(600),
  holidayOvertimeHalfHours: halves(600),
  /** 经济补偿: half months of pay, and the average pay of twelve months. */
  severanceHalfMonths: halves(60),
  severanceMonthlyFen: z.int().min(0).max(100_000_000),
  additions: extras,
  deductions: extras,
});
export type SettlementInput = z.infer<typeof SettlementInput>;

export const statementKinds = [
  'unpaid',
  'statutoryLeave',
  'companyLeave',
  'workdayOvertime',
  'restDayOvertime',
  'holidayOvertime',
  'severance',
  'addition',
  'deduction',
  'clearanceCost',
] as const;

/** One line of 离职结算: what for, how much of it in halves, and what it comes to; deductions are negative. */
export const StatementLine = z.object({
  kind: z.enum(statementKinds),
  halves: z.int().min(0).nullable(),
  reason: z.string().max(60).nullable(),
  fen: z.int(),
});
export type StatementLine = z.infer<typeof StatementLine>;

export const Statement = z.object({ lines: z.array(StatementLine).max(70), totalFen: z.int() });
export type Statement = z.infer<typeof Statement>;

/** 离职结算 as somebody may see it: the leaver once it is confirmed, finance and HR always, nobody else. */
export const Settlement = z.object({
  state: z.enum(['drafted', 'confirmed', 'paid']),
  draftedBy: z.string().max(40),
  confirmedBy: z.string().max(40).nullable(),
  paidOn: Day.nullable(),
  statement: Statement.nullable(),
  /** For who may change it. */
  input: SettlementInput.nullable(),
});
export type Settlement = z.infer<typeof Settlement>;

export const mostQuestions = 10;

/** 这笔不对: what the leaver asks about a line as it was then, or about the whole, and the answer. */
export const StatementQuestion = z.object({
  questionId: Id,
  line: StatementLine.nullable(),
  words: z.string().max(200),
  askedAt: Instant,
  /** `mended`: the statement went back to be put right. Null while nobody has answered. */
  outcome: z.enum(['explained', 'mended']).nullable(),
  answer: z.string().max(200).nullable(),
  answeredBy: z.string().max(40).nullable(),
});
export type StatementQuestion = z.infer<typeof StatementQuestion>;
