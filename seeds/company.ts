import type { EmploymentStatus, RoleGrant } from '../shared/people/model';

/**
 * 云杉科技: makes software for greenhouses, sixty people in Hangzhou, since last year a branch in Chengdu. It is the
 * week before 何雨桐 starts; 王磊 is handing over; 孙倩 left in spring and stays in touch.
 */
export const chengdu = 'chengdu';

/** A person of the story. Days count from the day the seeds are made: −400 is a good year ago, 6 in a week. */
export interface Figure {
  name: string;
  employeeNumber: string;
  departmentName: string;
  position: string;
  branchId: string;
  status: EmploymentStatus;
  joinedDays: number;
  leavingDays: number | null;
  exitReason: string | null;
  manager: string | null;
  phone: string;
  birthOn: string;
  /** Instead of the day in `birthOn`: the birthday comes so many days after the seeds are made. */
  birthdayInDays?: number;
  grants: RoleGrant[];
  /** Whether this person's WeChat is bound; the others wait for a joining code. */
  isBound: boolean;
  /** Under which the phone's page lists them, and what it says beside the name. */
  group: string;
  note: string;
}

const employee: Omit<Figure, 'name' | 'employeeNumber' | 'departmentName' | 'position' | 'phone' | 'birthOn'> = {
  branchId: 'head-office',
  status: 'active',
  joinedDays: -400,
  leavingDays: null,
  exitReason: null,
  manager: null,
  grants: [],
  isBound: true,
  group: '员工',
  note: '',
};

const hr: Figure[] = [
  {
    ...employee,
    name: '周岚',
    employeeNumber: 'YS-0003',
    departmentName: '人力资源部',
    position: '人力资源总监',
    joinedDays: -2310,
    phone: '13805710003',
    birthOn: '1985-04-12',
    grants: [{ role: 'hr', branchId: null }],
    group: 'HR',
    note: '总部 HR，全公司',
  },
  {
    ...employee,
    name: '李蓉',
    employeeNumber: 'YS-0047',
    departmentName: '人力资源部',
    position: '人力资源专员',
    branchId: chengdu,
    joinedDays: -520,
    manager: 'YS-0003',
    phone: '13808280047',
    birthOn: '1993-09-02',
    grants: [{ role: 'branchHr', branchId: chengdu }],
    group: '分公司 HR',
    note: '只管成都分公司',
  },
];

const staff: Figure[] = [
  {
    ...employee,
    name: '顾怀远',
    employeeNumber: 'YS-0008',
    departmentName: '研发部',
    position: '研发经理',
    joinedDays: -1890,
    phone: '13905710008',
    birthOn: '1984-11-23',
    birthdayInDays: 2,
    group: '管理者',
    note: '林晓、王磊的直属上级',
  },
  {
    ...employee,
    name: '林晓',
    employeeNumber: 'YS-0031',
    departmentName: '研发部',
    position: '前端工程师',
    joinedDays: -735,
    manager: 'YS-0008',
    phone: '13757110031',
    birthOn: '1996-06-18',
    note: '研发部，连续签到中',
  },
  {
    ...employee,
    name: '陈一诺',
    employeeNumber: 'YS-0036',
    departmentName: '市场部',
    position: '品牌策划',
    joinedDays: -610,
    phone: '13588210036',
    birthOn: '1994-02-27',
    note: '市场部，积分最多',
  },
  {
    ...employee,
    name: '唐思远',
    employeeNumber: 'YS-0052',
    departmentName: '客户成功部',
    position: '客户顾问',
    branchId: chengdu,
    status: 'probation',
    joinedDays: -48,
    manager: 'YS-0047',
    phone: '13880090052',
    birthOn: '1999-12-05',
    note: '成都，试用期',
  },
  {
    ...employee,
    name: '赵启明',
    employeeNumber: 'YS-0015',
    departmentName: '信息技术部',
    position: '系统管理员',
    joinedDays: -1420,
    phone: '13656710015',
    birthOn: '1988-08-30',
    grants: [{ role: 'it', branchId: null }],
    group: 'IT',
    note: '账号与设备',
  },
  {
    ...employee,
    name: '马会敏',
    employeeNumber: 'YS-0011',
    departmentName: '财务部',
    position: '薪酬会计',
    joinedDays: -1655,
    phone: '13705810011',
    birthOn: '1987-03-14',
    grants: [{ role: 'finance', branchId: null }],
    group: '财务',
    note: '结算',
  },
  {
    ...employee,
    name: '钱惠',
    employeeNumber: 'YS-0022',
    departmentName: '行政部',
    position: '行政主管',
    joinedDays: -1105,
    phone: '13967120022',
    birthOn: '1990-10-09',
    grants: [{ role: 'administration', branchId: null }],
    group: '行政',
    note: '办公与门禁',
  },
];

const comingAndGoing: Figure[] = [
  {
    ...employee,
    name: '何雨桐',
    employeeNumber: 'YS-0058',
    departmentName: '产品部',
    position: '产品经理',
    status: 'preboarding',
    joinedDays: 6,
    manager: 'YS-0008',
    phone: '13345710058',
    birthOn: '1997-07-21',
    group: '新员工',
    note: '下周入职',
  },
  {
    ...employee,
    name: '王磊',
    employeeNumber: 'YS-0019',
    departmentName: '研发部',
    position: '后端工程师',
    status: 'noticePeriod',
    joinedDays: -1290,
    leavingDays: 18,
    exitReason: '回老家发展',
    manager: 'YS-0008',
    phone: '13588810019',
    birthOn: '1991-01-16',
    group: '离职中',
    note: '正在交接',
  },
  {
    ...employee,
    name: '孙倩',
    employeeNumber: 'YS-0027',
    departmentName: '市场部',
    position: '内容运营',
    status: 'alumni',
    joinedDays: -1010,
    leavingDays: -190,
    exitReason: '继续深造',
    phone: '13616710027',
    birthOn: '1995-05-08',
    group: '校友',
    note: '春天离职',
  },
  {
    ...employee,
    name: '许知夏',
    employeeNumber: 'YS-0060',
    departmentName: '研发部',
    position: '测试工程师',
    status: 'probation',
    joinedDays: -3,
    manager: 'YS-0008',
    phone: '13757810060',
    birthOn: '2000-06-21',
    isBound: false,
    group: '还没加入',
    note: '等待入职码',
  },
  {
    ...employee,
    name: '罗启航',
    employeeNumber: 'YS-0061',
    departmentName: '客户成功部',
    position: '客户顾问',
    branchId: chengdu,
    status: 'probation',
    joinedDays: -2,
    manager: 'YS-0047',
    phone: '13880180061',
    birthOn: '1998-11-11',
    isBound: false,
    group: '还没加入',
    note: '成都，等待入职码',
  },
];

export const figures: readonly Figure[] = [...hr, ...staff, ...comingAndGoing];

/** Somebody whom the company does not know. */
export const visitor = { openId: 'seed-visitor', name: '访客', group: '访客', note: '第一次打开' };
