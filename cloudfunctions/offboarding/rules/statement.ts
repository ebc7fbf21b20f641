import {
  hoursADay,
  paidDaysHundredths,
  type SettlementInput,
  type Statement,
  type StatementLine,
} from '../../../shared/offboarding/settlement';

/** 四舍五入 to the fen, exactly: numerator and denominator are whole. Each line is rounded once, the total is their sum. */
export function roundedFen(numerator: bigint, denominator: bigint): number {
  return Number((numerator * 2n + denominator) / (denominator * 2n));
}

/** Pay for half days: monthly pay ÷ 21.75 × days × times. */
function dayPay(monthlyPayFen: number, halfDays: number, times: number): number {
  return roundedFen(BigInt(monthlyPayFen) * BigInt(halfDays * times * 100), BigInt(paidDaysHundredths * 2));
}

/** Pay for half hours: monthly pay ÷ 21.75 ÷ 8 × hours × times; times come in halves, as 1.5 does. */
function hourPay(monthlyPayFen: number, halfHours: number, halfTimes: number): number {
  const numerator = BigInt(monthlyPayFen) * BigInt(halfHours * halfTimes * 100);
  return roundedFen(numerator, BigInt(paidDaysHundredths * hoursADay * 4));
}

const part = (kind: StatementLine['kind'], halves: number, fen: number): StatementLine[] =>
  halves === 0 ? [] : [{ kind, halves, reason: null, fen }];

/** 离职结算, line by line. `costs` are what was agreed to be paid for things that did not come back. */
export function statementOf(input: SettlementInput, costs: readonly { title: string; costFen: number }[]): Statement {
  const pay = input.monthlyPayFen;
  const { unpaidHalfDays, statutoryLeaveHalfDays, companyLeaveHalfDays, severanceHalfMonths } = input;
  const { workdayOvertimeHalfHours, restDayOvertimeHalfHours, holidayOvertimeHalfHours } = input;
  const lines: StatementLine[] = [
    ...part('unpaid', unpaidHalfDays, dayPay(pay, unpaidHalfDays, 1)),
    // 企业职工带薪年休假实施办法 10: threefold, of which the usual pay for the day is onefold and paid already.
    ...part('statutoryLeave', statutoryLeaveHalfDays, dayPay(pay, statutoryLeaveHalfDays, 2)),
    ...part('companyLeave', companyLeaveHalfDays, dayPay(pay, companyLeaveHalfDays, 1)),
    // 劳动法 44
    ...part('workdayOvertime', workdayOvertimeHalfHours, hourPay(pay, workdayOvertimeHalfHours, 3)),
    ...part('restDayOvertime', restDayOvertimeHalfHours, hourPay(pay, restDayOvertimeHalfHours, 4)),
    ...part('holidayOvertime', holidayOvertimeHalfHours, hourPay(pay, holidayOvertimeHalfHours, 6)),
    ...part(
      'severance',
      severanceHalfMonths,
      roundedFen(BigInt(input.severanceMonthlyFen) * BigInt(severanceHalfMonths), 2n),
    ),
    ...input.additions.map(({ reason, fen }) => ({ kind: 'addition' as const, halves: null, reason, fen })),
    ...input.deductions.map(({ reason, fen }) => ({ kind: 'deduction' as const, halves: null, reason, fen: -fen })),
    ...costs.map(({ title, costFen }) => ({
      ...{ kind: 'clearanceCost' as const, halves: null, reason: title, fen: -costFen },
    })),
  ];
  return { lines, totalFen: lines.reduce((sum, { fen }) => sum + fen, 0) };
}
