import type { IconName } from '../../components/app-icon/icon-shapes';

export interface Door {
  icon: IconName;
  title: string;
  meta: string;
  /** What a branch's HR can do behind the same door; empty where there is nothing for them. */
  metaOfBranch: string;
  url: string;
  /** Which number waits behind this door. */
  counts: 'redemptions' | 'batches' | 'reviews' | 'cases' | '';
}

const sections: { title: string; doors: Door[] }[] = [
  {
    title: '人员',
    doors: [
      {
        icon: 'people',
        title: '员工花名册',
        meta: '查找同事、发入职码、调整权限',
        metaOfBranch: '查找分公司的同事、发入职码',
        url: '/packages/people/pages/roster/roster',
        counts: '',
      },
      {
        icon: 'upload',
        title: '导入花名册',
        meta: 'CSV 或 Excel，先核对再应用，90 天内可撤销',
        metaOfBranch: '分公司的 CSV 或 Excel，先核对再应用',
        url: '/packages/people/pages/roster-import/roster-import',
        counts: 'batches',
      },
    ],
  },
  {
    title: '入职',
    doors: [
      {
        icon: 'flag',
        title: '入职看板',
        meta: '谁顺利、谁卡住，开始新的入职，改模板',
        metaOfBranch: '分公司的入职：谁顺利、谁卡住',
        url: '/packages/onboarding/pages/board/board',
        counts: '',
      },
    ],
  },
  {
    title: '离职',
    doors: [
      {
        icon: 'door',
        title: '离职看板',
        meta: '受理、谈话、手续与结算，卡在谁那里',
        metaOfBranch: '分公司同事的受理、手续与结算',
        url: '/packages/offboarding/pages/leavings/leavings',
        counts: '',
      },
      {
        icon: 'talk',
        title: '离职面谈',
        meta: '邀请、约时间、写记录',
        metaOfBranch: '分公司的面谈：邀请、约时间、写记录',
        url: '/packages/exit/pages/interviews/interviews',
        counts: '',
      },
      {
        icon: 'search',
        title: '离职分析',
        meta: '大家为什么离开，改进有没有用',
        metaOfBranch: '分公司的同事为什么离开',
        url: '/packages/exit/pages/exit-board/exit-board',
        counts: '',
      },
      {
        icon: 'file',
        title: '证明办理',
        meta: '在职、收入、离职证明',
        metaOfBranch: '分公司同事的证明',
        url: '/packages/exit/pages/paper-desk/paper-desk',
        counts: '',
      },
      {
        icon: 'people',
        title: '校友',
        meta: '同意保持联系的人',
        metaOfBranch: '分公司里同意保持联系的人',
        url: '/packages/exit/pages/alumni/alumni',
        counts: '',
      },
    ],
  },
  {
    title: '社区',
    doors: [
      {
        icon: 'file',
        title: '新闻与文化',
        meta: '写文章、选读者、看谁读过',
        metaOfBranch: '写给分公司的同事、看谁读过',
        url: '/packages/community/pages/articles/articles',
        counts: '',
      },
      {
        icon: 'shield',
        title: '内容审核',
        meta: '拿不准的、被举报的、申诉的',
        metaOfBranch: '分公司同事写的：拿不准的、被举报的、申诉的',
        url: '/packages/community/pages/reviews/reviews',
        counts: 'reviews',
      },
      {
        icon: 'flag',
        title: '活动',
        meta: '发布活动，签到、名单与反馈',
        metaOfBranch: '发布分公司的活动，签到、名单与反馈',
        url: '/packages/activities/pages/activities/activities?which=organised',
        counts: '',
      },
      {
        icon: 'sun',
        title: '节日答题',
        meta: '出题、定奖励，大家答得怎么样',
        metaOfBranch: '',
        url: '/packages/games/pages/written-quizzes/written-quizzes',
        counts: '',
      },
      {
        icon: 'book',
        title: '常见问题',
        meta: '同事推荐的好回答，到期复核；意见领袖',
        metaOfBranch: '',
        url: '/packages/community/pages/faq/faq?which=toReview',
        counts: '',
      },
      {
        icon: 'megaphone',
        title: '制度建议',
        meta: '十四天内答复，采纳的写明做了什么',
        metaOfBranch: '',
        url: '/packages/suggestions/pages/suggestions/suggestions?which=toAnswer',
        counts: '',
      },
    ],
  },
  {
    title: '培训',
    doors: [
      {
        icon: 'book',
        title: '课程管理',
        meta: '写课、发布、指派，看谁学到哪里',
        metaOfBranch: '写分公司的课，指派并看进度',
        url: '/packages/training-admin/pages/authored/authored',
        counts: '',
      },
      {
        icon: 'flag',
        title: '技能与岗位要求',
        meta: '岗位要什么、部门缺什么',
        metaOfBranch: '分公司的部门缺什么',
        url: '/packages/skills/pages/skill-heat/skill-heat',
        counts: '',
      },
    ],
  },
  {
    title: '积分商城与特卖',
    doors: [
      {
        icon: 'gift',
        title: '礼品管理',
        meta: '上架、补货、下架',
        metaOfBranch: '在售和已下架的礼品',
        url: '/packages/points/pages/gifts/gifts',
        counts: '',
      },
      {
        icon: 'ticket',
        title: '兑换处理',
        meta: '发放礼品，或取消并退回积分',
        metaOfBranch: '发放分公司同事的礼品，或取消并退回积分',
        url: '/packages/points/pages/redemptions/redemptions',
        counts: 'redemptions',
      },
      {
        icon: 'tag',
        title: '员工特卖',
        meta: '上架、补货，发放订单和工资扣款',
        metaOfBranch: '',
        url: '/packages/sale/pages/sale-desk/sale-desk',
        counts: '',
      },
      {
        icon: 'coin',
        title: '积分看板',
        meta: '发放与回收、规则与试算、值得看一眼',
        metaOfBranch: '',
        url: '/packages/points-admin/pages/board/board',
        counts: '',
      },
      {
        icon: 'lines',
        title: '积分疑问',
        meta: '同事问「这笔不对」，核对后答复',
        metaOfBranch: '',
        url: '/packages/points-admin/pages/point-cases/point-cases',
        counts: 'cases',
      },
    ],
  },
  {
    title: '感恩与关怀',
    doors: [
      {
        icon: 'heart',
        title: '关怀规则',
        meta: '生日、周年和好消息，祝贺一位同事',
        metaOfBranch: '',
        url: '/packages/recognition/pages/care-rules/care-rules',
        counts: '',
      },
      {
        icon: 'shield',
        title: '待看的感恩卡',
        meta: '内容检查拿不准的',
        metaOfBranch: '',
        url: '/packages/recognition/pages/thanks-review/thanks-review',
        counts: '',
      },
      {
        icon: 'flag',
        title: '公司价值观',
        meta: '每张感恩卡都选一条',
        metaOfBranch: '',
        url: '/packages/recognition/pages/company-values/company-values',
        counts: '',
      },
    ],
  },
  {
    title: '线下培训',
    doors: [
      {
        icon: 'book',
        title: '培训班次',
        meta: '开班、签到、名单、结果与补课',
        metaOfBranch: '分公司的开班、签到、名单与结果',
        url: '/packages/classroom/pages/sessions/sessions?which=arranged',
        counts: '',
      },
      {
        icon: 'shield',
        title: '发出的证书',
        meta: '通过就自动发，发错了可以撤销',
        metaOfBranch: '分公司同事的证书，发错了可以撤销',
        url: '/packages/certificates/pages/issued-certificates/issued-certificates',
        counts: '',
      },
    ],
  },
  {
    title: '公司',
    doors: [
      {
        icon: 'home',
        title: '公司介绍',
        meta: '还没有加入的人最先看到的',
        metaOfBranch: '',
        url: '/packages/people/pages/company/company',
        counts: '',
      },
      {
        icon: 'people',
        title: '分公司',
        meta: '有哪几家、叫什么名字',
        metaOfBranch: '',
        url: '/packages/people/pages/branches/branches',
        counts: '',
      },
    ],
  },
];

/** Only what this HR may do, in words that promise no more. */
export function sectionsFor(everywhere: boolean) {
  return sections
    .map(({ title, doors }) => ({
      title,
      doors: doors.flatMap(({ meta, metaOfBranch, ...door }) => {
        const promise = everywhere ? meta : metaOfBranch;
        return promise === '' ? [] : [{ ...door, meta: promise }];
      }),
    }))
    .filter(({ doors }) => doors.length > 0);
}
