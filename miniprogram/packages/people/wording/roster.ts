import type {
  QuestionKind,
  RejectionReason,
  Repair,
  RosterColumn,
  RosterField,
  RosterOutcome,
  RosterReading,
  RosterStage,
} from '../../../../shared/people/roster';
import { statusInWords } from './employment';

export const fieldInWords: Record<RosterField, string> = {
  employeeNumber: '工号',
  name: '姓名',
  departmentName: '部门',
  position: '岗位',
  status: '状态',
  dateOfJoining: '入职日期',
  relievingDate: '离职日期',
  exitReason: '离职原因',
  managerName: '直属上级',
  phone: '手机号',
  birthOn: '出生日期',
};

export const stageInWords: Record<RosterStage, string> = {
  opened: '等待上传',
  unusable: '文件用不了',
  mapped: '核对列',
  reading: '读取中',
  reviewing: '等你核对',
  applying: '应用中',
  applied: '已应用',
  undoing: '撤销中',
  undone: '已撤销',
  cancelled: '已放弃',
};

export const stageTheme: Record<RosterStage, 'primary' | 'warning' | 'success' | 'default'> = {
  opened: 'default',
  unusable: 'default',
  mapped: 'warning',
  reading: 'primary',
  reviewing: 'warning',
  applying: 'primary',
  applied: 'success',
  undoing: 'primary',
  undone: 'default',
  cancelled: 'default',
};

export const outcomeInWords: Record<RosterOutcome, string> = {
  new: '新增',
  changed: '有变化',
  waiting: '等待决定',
  unchanged: '无变化',
  rejected: '已拒绝',
  leftOut: '暂不导入',
};

export const leftOutInWords: Record<NonNullable<RosterColumn['leftOut']>, string> = {
  sensitive: '敏感信息，不导入：没有法律要求我们保存',
  noPurpose: '不导入：这里用不到',
  unknown: '没认出来：需要的话请选一个含义',
  duplicate: '不导入：和另一列是同一个意思',
};

export const repairInWords: Record<Repair['rule'], string> = {
  blanksTrimmed: '去掉多余空格',
  nameTurned: '姓和名换回正常顺序',
  dateRead: '统一日期写法',
  birthCenturySet: '补全出生年份',
  serialDateRead: '还原 Excel 日期',
  widthNarrowed: '全角改半角',
  phoneFormatted: '统一手机号写法',
  statusTranslated: '翻译状态',
  numberUnformatted: '还原工号数字',
};

export const rejectionInWords: Record<RejectionReason, string> = {
  numberMissing: '没有工号',
  numberUnusable: '工号只能是字母、数字和短横线，最多 32 位',
  nameMissing: '没有姓名',
  nameTooLong: '姓名超过 40 个字',
  departmentMissing: '没有部门',
  departmentTooLong: '部门超过 60 个字',
  positionTooLong: '岗位超过 60 个字',
  dateUnreadable: '日期看不懂',
  phoneUnreadable: '手机号看不懂',
  statusUnknown: '状态看不懂',
  otherBranch: '这位同事属于别的分公司，请由那边的 HR 导入',
  cellTooLong: '单元格太长',
  changedMeanwhile: '核对期间有人改过这条记录，请重新导入这一行',
};

/** What each question asks, and what its two readings would mean, left and right. */
export const questionInWords: Record<QuestionKind, { asks: string; first: string; second: string }> = {
  leavingDateButNotLeft: {
    asks: '有离职日期，但状态不是已离职',
    first: '没有离职，离职日期不算',
    second: '已经离职，按日期办',
  },
  leftWithoutDate: {
    asks: '状态是已离职，但没有离职日期',
    first: '已经离职，日期以后再补',
    second: '没有离职，仍然在职',
  },
  reasonMissing: {
    asks: '离职原因是空的，别的行都写了',
    first: '按状态办',
    second: '状态写反了',
  },
  futureStartPast: {
    asks: '状态是待入职，但入职日期早就过了',
    first: '还没有入职',
    second: '已经入职，现在在职',
  },
  managerUnknown: {
    asks: '直属上级既不在文件里，也不在花名册里',
    first: '先记下这个名字',
    second: '用相近的名字，没有就留空',
  },
  ownManager: {
    asks: '直属上级写的是本人',
    first: '先记下这个名字，不设上级',
    second: '留空',
  },
  numberTwice: {
    asks: '同一个工号出现了两次',
    first: '用前面那一行',
    second: '用这一行',
  },
  joinedAfterLeaving: {
    asks: '离职日期早于入职日期',
    first: '入职日期对，离职日期不算',
    second: '离职日期对，入职日期不算',
  },
};

/** A value of the roster as HR reads it. Dates stay as digits, so that two can be compared at a glance. */
export function valueInWords(field: RosterField, value: RosterReading[RosterField] | undefined): string {
  if (value === null || value === undefined || value === '') return '（空）';
  return field === 'status' ? (statusInWords[value as RosterReading['status']] ?? value) : value;
}
