import { type Statement, type StatementLine, statementKinds } from '../../../shared/offboarding/settlement';
import type { StoredSeparation } from '../documents';

const kindWords: Record<StatementLine['kind'], string> = {
  unpaid: '未发工资',
  statutoryLeave: '未休年假',
  companyLeave: '未休公司假',
  workdayOvertime: '工作日加班',
  restDayOvertime: '休息日加班',
  holidayOvertime: '法定节假日加班',
  severance: '经济补偿',
  addition: '其他应发',
  deduction: '其他扣款',
  clearanceCost: '未归还物品赔偿',
};

const stateWords = { drafted: '待确认', confirmed: '待发放', paid: '已发放' } as const;

export const payrollHeader = [
  ...['工号', '姓名', '部门', '最后工作日'],
  ...statementKinds.map((kind) => `${kindWords[kind]}（元）`),
  ...['合计（元）', '状态', '发放日期'],
];

/** Fen as yuan with two digits, exactly: payroll reads text. */
export function yuan(fen: number): string {
  const cents = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${cents.slice(0, -2)}.${cents.slice(-2)}`;
}

/** One person as payroll takes them: a column for each kind of line. Amounts are numbers to a spreadsheet. */
export function payrollRow(separation: StoredSeparation, { lines, totalFen }: Statement): (string | number)[] {
  const { employeeNumber, personName, departmentName, lastDay, settlement } = separation;
  const sum = (kind: StatementLine['kind']) =>
    lines.filter((line) => line.kind === kind).reduce((total, { fen }) => total + fen, 0);
  return [
    ...[employeeNumber, personName, departmentName, lastDay ?? ''],
    ...statementKinds.map((kind) => Number(yuan(sum(kind)))),
    ...[Number(yuan(totalFen)), settlement === null ? '' : stateWords[settlement.state], settlement?.paidOn ?? ''],
  ];
}
