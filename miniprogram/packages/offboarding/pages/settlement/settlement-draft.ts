import type { SettlementInput } from '../../../../../shared/offboarding/settlement';
import { newRequestId } from '../../../../cloud/intent';
import { fenOf } from '../../../../wording/money';

/** Figures as they are typed: yuan, days, hours, months. */
export type FigureName =
  | 'monthlyPay'
  | 'unpaidDays'
  | 'statutoryLeaveDays'
  | 'companyLeaveDays'
  | 'workdayHours'
  | 'restDayHours'
  | 'holidayHours'
  | 'severanceMonths'
  | 'severanceMonthly';

/** An amount with its reason, as typed. */
export interface ExtraDraft {
  key: string;
  reason: string;
  yuan: string;
}

export interface SettlementDraft {
  figures: Record<FigureName, string>;
  additions: ExtraDraft[];
  deductions: ExtraDraft[];
}

export const figureFields: { name: FigureName; label: string; suffix: string }[] = [
  { name: 'monthlyPay', label: '月薪', suffix: '元' },
  { name: 'unpaidDays', label: '未发工资', suffix: '天' },
  { name: 'statutoryLeaveDays', label: '未休法定年假', suffix: '天' },
  { name: 'companyLeaveDays', label: '未休公司假', suffix: '天' },
  { name: 'workdayHours', label: '工作日加班', suffix: '小时' },
  { name: 'restDayHours', label: '休息日加班', suffix: '小时' },
  { name: 'holidayHours', label: '节假日加班', suffix: '小时' },
  { name: 'severanceMonths', label: '经济补偿', suffix: '个月' },
  { name: 'severanceMonthly', label: '月平均工资', suffix: '元' },
];

const nothing = Object.fromEntries(figureFields.map(({ name }) => [name, ''])) as Record<FigureName, string>;
export const emptyDraft = (): SettlementDraft => ({ figures: nothing, additions: [], deductions: [] });
export const emptyExtra = (): ExtraDraft => ({ key: newRequestId(), reason: '', yuan: '' });

const typedHalves = (count: number) => (count === 0 ? '' : String(count / 2));
const typedYuan = (fen: number) => {
  const cents = String(fen).padStart(3, '0');
  const [whole, rest] = [cents.slice(0, -2), cents.slice(-2)];
  return fen === 0 ? '' : rest === '00' ? whole : `${whole}.${rest}`;
};

export function draftOf(input: SettlementInput): SettlementDraft {
  const extra = ({ reason, fen }: { reason: string; fen: number }) => ({
    key: newRequestId(),
    reason,
    yuan: typedYuan(fen),
  });
  return {
    figures: {
      monthlyPay: typedYuan(input.monthlyPayFen),
      unpaidDays: typedHalves(input.unpaidHalfDays),
      statutoryLeaveDays: typedHalves(input.statutoryLeaveHalfDays),
      companyLeaveDays: typedHalves(input.companyLeaveHalfDays),
      workdayHours: typedHalves(input.workdayOvertimeHalfHours),
      restDayHours: typedHalves(input.restDayOvertimeHalfHours),
      holidayHours: typedHalves(input.holidayOvertimeHalfHours),
      severanceMonths: typedHalves(input.severanceHalfMonths),
      severanceMonthly: typedYuan(input.severanceMonthlyFen),
    },
    additions: input.additions.map(extra),
    deductions: input.deductions.map(extra),
  };
}

/** Nothing typed is nothing. */
const fenTyped = (text: string) => (text.trim() === '' ? 0 : fenOf(text));

/** Whole and half ones. */
function halvesTyped(text: string): number | null {
  if (text.trim() === '') return 0;
  const found = /^(\d{1,3})(?:\.([05]))?$/.exec(text.trim());
  return found ? Number(found[1]) * 2 + (found[2] === '5' ? 1 : 0) : null;
}

/** What was typed as the cloud takes it, or the label of what was not understood. */
export function inputOf({ figures, additions, deductions }: SettlementDraft): SettlementInput | { wrong: string } {
  const money = (name: FigureName) => fenTyped(figures[name]);
  const half = (name: FigureName) => halvesTyped(figures[name]);
  const isMoney = (name: FigureName) => name === 'monthlyPay' || name === 'severanceMonthly';
  const wrong = figureFields.find(({ name }) => (isMoney(name) ? money(name) : half(name)) === null);
  if (wrong) return { wrong: `「${wrong.label}」没看懂：金额最多两位小数，天数和小时按半天、半小时填。` };
  const extras = [...additions, ...deductions];
  if (extras.some(({ reason, yuan }) => reason.trim() === '' || !fenTyped(yuan))) {
    return { wrong: '加项和扣款每一笔都要有原因和金额，不要的可以删掉。' };
  }
  const extra = ({ reason, yuan }: ExtraDraft) => ({ reason: reason.trim(), fen: fenTyped(yuan) ?? 0 });
  return {
    monthlyPayFen: money('monthlyPay') ?? 0,
    unpaidHalfDays: half('unpaidDays') ?? 0,
    statutoryLeaveHalfDays: half('statutoryLeaveDays') ?? 0,
    companyLeaveHalfDays: half('companyLeaveDays') ?? 0,
    workdayOvertimeHalfHours: half('workdayHours') ?? 0,
    restDayOvertimeHalfHours: half('restDayHours') ?? 0,
    holidayOvertimeHalfHours: half('holidayHours') ?? 0,
    severanceHalfMonths: half('severanceMonths') ?? 0,
    severanceMonthlyFen: money('severanceMonthly') ?? 0,
    additions: additions.map(extra),
    deductions: deductions.map(extra),
  };
}
