import type { ReasonGroup } from '../../../shared/exit/reasons';

const group = (id: string, words: string, reasons: Record<string, string>): ReasonGroup => ({
  ...{ _id: `g-${id}`, words, isOffered: true },
  reasons: Object.entries(reasons).map(([key, said]) => ({ _id: `r-${id}-${key}`, words: said, isOffered: true })),
});

/** The list that comes with 同路, so that nobody has to write one on the first day. */
export const firstReasons: readonly ReasonGroup[] = [
  group('career', '职业发展', {
    offer: '有更好的机会',
    growth: '晋升空间有限',
    change: '想换行业或方向',
    study: '继续深造',
  }),
  group('pay', '薪酬福利', { salary: '薪酬偏低', benefits: '福利不满意', unclear: '奖金规则不清楚' }),
  group('work', '工作安排', {
    shifts: '班次不合理',
    overtime: '加班过多',
    place: '工作地点或出差',
    content: '工作内容不合适',
  }),
  group('people', '团队与管理', {
    lead: '与上级沟通不畅',
    team: '团队氛围',
    culture: '不认同企业文化',
    unhappy: '工作得不开心',
  }),
  group('private', '个人与家庭', {
    family: '照顾家庭',
    health: '身体原因',
    move: '搬家或回老家',
    army: '入伍',
    retired: '退休',
  }),
  group('company', '公司原因', {
    results: '绩效不合格',
    attendance: '考勤问题',
    conduct: '违反纪律',
    contract: '合同到期不续签',
    layoff: '组织调整',
  }),
  group('end', '其他', { death: '去世', other: '其他原因' }),
];

/** What the words that rosters use for a reason usually mean. HR decides; this only fills the page. */
const usualWords: readonly (readonly [RegExp, string])[] = [
  [/another position|更好|其他公司|跳槽|新机会/i, 'r-career-offer'],
  [/晋升|发展空间|career (growth|path)/i, 'r-career-growth'],
  [/career change|转行|换行业/i, 'r-career-change'],
  [/school|深造|读研|留学|考研/i, 'r-career-study'],
  [/money|salary|\bpay\b|薪|工资/i, 'r-pay-salary'],
  [/benefit|福利/i, 'r-pay-benefits'],
  [/shift|班次|夜班|倒班/i, 'r-work-shifts'],
  [/hours|overtime|加班|工时/i, 'r-work-overtime'],
  [/unhappy|不开心|不满意/i, 'r-people-unhappy'],
  [/relocation|搬家|回老家|回乡/i, 'r-private-move'],
  [/medical|health|身体|健康/i, 'r-private-health'],
  [/maternity|family|家庭|照顾/i, 'r-private-family'],
  [/military|入伍|参军/i, 'r-private-army'],
  [/performance|绩效/i, 'r-company-results'],
  [/attendance|考勤|旷工/i, 'r-company-attendance'],
  [/no-call|misconduct|aggressive|违纪/i, 'r-company-conduct'],
  [/contract|合同/i, 'r-company-contract'],
  [/layoff|redundan|裁员|优化/i, 'r-company-layoff'],
  [/retir|退休/i, 'r-private-retired'],
  [/death|去世/i, 'r-end-death'],
];

/** The reason that words of a roster seem to mean, or null. */
export function supposedReason(words: string): string | null {
  return usualWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
