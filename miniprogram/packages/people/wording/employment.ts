import type { GrantableRole } from '../../../../shared/kernel/role';
import type { EmploymentStatus } from '../../../../shared/people/model';

export const statusInWords: Record<EmploymentStatus, string> = {
  preboarding: '待入职',
  probation: '试用期',
  active: '在职',
  onLeave: '休假中',
  noticePeriod: '待离职',
  left: '已离职',
  alumni: '校友',
};

/** TDesign's tag theme for a status. */
export const statusTheme: Record<EmploymentStatus, 'primary' | 'success' | 'warning' | 'default'> = {
  preboarding: 'primary',
  probation: 'primary',
  active: 'success',
  onLeave: 'warning',
  noticePeriod: 'warning',
  left: 'default',
  alumni: 'default',
};

export const roleInWords: Record<GrantableRole, string> = {
  it: 'IT',
  finance: '财务',
  administration: '行政',
  branchHr: '分公司 HR',
  hr: 'HR',
};

/** What a role lets somebody do, said when it is given. */
export const roleMeaning: Record<GrantableRole, string> = {
  it: 'IT 事项的负责人',
  finance: '财务事项的负责人',
  administration: '行政事项的负责人',
  branchHr: '看得到、处理得了一家分公司的人员和兑换',
  hr: '看得到所有人员，能发入职码、导入花名册、管理礼品和权限',
};
