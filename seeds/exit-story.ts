/** Somebody who left in the last years, as the story of 温室运营部 needs them. */
export interface PastLeaver {
  name: string;
  departmentName: string;
  position: string;
  /** In which half-year, counted back from the present one. */
  halvesAgo: number;
  monthsHere: number;
  /** What they said themselves. */
  reasonId: string;
  /** What their manager had written. */
  managerReasonId: string;
}

const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎',
];
const givenNames = ['建国', '晓燕', '志强', '丽娜', '国栋', '小芳', '海涛', '雪梅', '永刚', '秀英', '立新', '春花'];

type Told = Omit<PastLeaver, 'name' | 'monthsHere'>;

const greenhouse = { departmentName: '温室运营部', position: '种植技术员' };
const success = { departmentName: '客户成功部', position: '客户顾问' };
const research = { departmentName: '研发部', position: '软件工程师' };
const market = { departmentName: '市场部', position: '品牌策划' };

const times = (count: number, told: Told): Told[] => Array.from({ length: count }, () => told);

/**
 * Long night shifts: a good third of all who left said so, their managers had filed it as private. Since the shifts
 * were changed, nobody left for them any more.
 */
const nightShifts = [
  ...times(6, { ...greenhouse, halvesAgo: 4, reasonId: 'r-work-shifts', managerReasonId: 'r-private-family' }),
  ...times(6, { ...greenhouse, halvesAgo: 3, reasonId: 'r-work-shifts', managerReasonId: 'r-private-health' }),
  ...times(5, { ...greenhouse, halvesAgo: 2, reasonId: 'r-work-shifts', managerReasonId: 'r-private-family' }),
];

const others = [4, 3, 2, 1, 0].flatMap((halvesAgo): Told[] => [
  { ...research, halvesAgo, reasonId: 'r-career-growth', managerReasonId: 'r-career-offer' },
  { ...success, halvesAgo, reasonId: 'r-career-growth', managerReasonId: 'r-private-family' },
  { ...success, halvesAgo, reasonId: 'r-pay-salary', managerReasonId: 'r-career-offer' },
  {
    ...(halvesAgo % 2 === 0 ? market : greenhouse),
    halvesAgo,
    reasonId: 'r-private-move',
    managerReasonId: 'r-private-move',
  },
  {
    ...(halvesAgo % 2 === 0 ? greenhouse : market),
    halvesAgo,
    reasonId: 'r-private-family',
    managerReasonId: 'r-private-family',
  },
  { ...research, halvesAgo, reasonId: 'r-pay-salary', managerReasonId: 'r-pay-salary' },
]);

others.push({ ...success, halvesAgo: 3, reasonId: 'r-pay-salary', managerReasonId: 'r-career-offer' });

/** Forty-eight people over two and a half years. */
export const pastLeavers: readonly PastLeaver[] = [...nightShifts, ...others].map((told, index) => ({
  ...told,
  name: `${surnames[index] ?? '陈'}${givenNames[index % givenNames.length] ?? '明'}`,
  monthsHere: [4, 8, 14, 20, 30, 44, 65][index % 7] ?? 12,
}));
