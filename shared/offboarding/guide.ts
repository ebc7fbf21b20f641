import * as z from 'zod';
import { Day } from '../kernel/scalar';

export const mostSections = 12;

/** 离职指南: one part of it, in HR's words. */
export const GuideSection = z.object({
  title: z.string().min(1).max(20),
  text: z.string().min(1).max(1000),
});
export type GuideSection = z.infer<typeof GuideSection>;

/** What the law makes of today for the person who reads; all null for somebody who has left or not begun. */
export const GuideDates = z.object({
  /** 30, or 3 in probation: 劳动合同法 37. */
  noticeDays: z.int().nullable(),
  /** The last day if it were said today. */
  earliestLastDay: Day.nullable(),
  /** 劳动合同法 50: archives and social insurance, 15 days after that. */
  papersUntil: Day.nullable(),
});
export type GuideDates = z.infer<typeof GuideDates>;

/** 离职指南 as everybody may read it. That somebody reads it is written down nowhere. */
export const Guide = z.object({
  /** 0 is what comes with 同路. */
  version: z.int().min(0),
  sections: z.array(GuideSection).max(mostSections),
  dates: GuideDates,
});
export type Guide = z.infer<typeof Guide>;

/** What 同路 says until HR says it in its own words. */
export const shippedSections: readonly GuideSection[] = [
  {
    title: '什么时候走',
    text: '转正后提前三十天、试用期内提前三天告诉公司就可以（劳动合同法第三十七条），按自然日算，不需要谁批准。你可以写一个自己希望的日子，HR 受理时和你商量定下最后工作日。',
  },
  {
    title: '工资和假期',
    text: '最后工作日结清：还没发的工资、没休完的法定年假（按日工资的三倍，含已发的一倍）、没调休的加班，减去双方确认过的扣款。日工资按月薪除以 21.75 算。每一笔的来由都会在「离职结算」里给你看。',
  },
  {
    title: '交接和归还',
    text: '受理后清单自动开出：工作交接由你和直属上级列，设备和账号归 IT，借款和报销归财务，门卡和工位归行政。目标是一个工作日办完，卡在谁那里你看得到。',
  },
  {
    title: '社保和档案',
    text: '公司在离职后十五天内办好档案和社会保险转移（劳动合同法第五十条）。社保缴到最后工作日所在的月份；中间断缴会影响部分城市的资格，想晚几天走可以早点说。',
  },
  {
    title: '离职证明',
    text: '最后工作日当天开出，不等任何手续办完。离职后还可以在这里申请收入证明和离职证明，不用打电话。',
  },
  {
    title: '改主意了',
    text: '受理之前随时可以撤回。受理之后想留下，也可以提出来，HR 同意就撤回，之前的一切照旧。',
  },
  {
    title: '想找人聊聊',
    text: '可以找你的直属上级，也可以直接找人力资源部。看这份指南不会留下任何记录，没有人知道你看过。',
  },
];
