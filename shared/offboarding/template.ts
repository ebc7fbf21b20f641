import * as z from 'zod';
import { mostRows, RowKind, RowOwner } from './separation';

/** 手续模板的一行 */
export const TemplateRow = z.object({
  title: z.string().min(1).max(30),
  owner: RowOwner,
  kind: RowKind,
  /** Workdays from the last day, negative before it; for `statutory`, calendar days after it. */
  offsetDays: z.int().min(-60).max(60),
});
export type TemplateRow = z.infer<typeof TemplateRow>;

export const ClearanceTemplate = z.object({
  /** 0 is what comes with 同路. */
  version: z.int().min(0),
  rows: z.array(TemplateRow).max(mostRows),
});
export type ClearanceTemplate = z.infer<typeof ClearanceTemplate>;

/** What comes with 同路, so that nothing has to be set up before the first leaving. */
export const shippedRows: readonly TemplateRow[] = [
  { title: '工作交接', owner: 'manager', kind: 'handover', offsetDays: -2 },
  { title: '电脑与配件归还', owner: 'it', kind: 'return', offsetDays: 0 },
  { title: '账号停用与资料移交', owner: 'it', kind: 'account', offsetDays: 0 },
  { title: '借款与备用金结清', owner: 'finance', kind: 'money', offsetDays: -1 },
  { title: '未报销费用结清', owner: 'finance', kind: 'money', offsetDays: -1 },
  { title: '门禁卡与钥匙归还', owner: 'administration', kind: 'return', offsetDays: 0 },
  { title: '工位与储物柜清空', owner: 'administration', kind: 'return', offsetDays: 0 },
  { title: '离职证明', owner: 'hr', kind: 'certificate', offsetDays: 0 },
  { title: '社会保险转移', owner: 'hr', kind: 'statutory', offsetDays: 15 },
  { title: '档案转移', owner: 'hr', kind: 'statutory', offsetDays: 15 },
];
