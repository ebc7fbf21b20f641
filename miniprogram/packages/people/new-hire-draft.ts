import type { Colleague } from '../../../shared/people/colleagues';

/** What is typed, as it is typed. Kept on the phone until the person is added. */
export interface NewHireDraft {
  name: string;
  employeeNumber: string;
  departmentName: string;
  position: string;
  phone: string;
  day: string;
  managers: Colleague[];
  isReturn: boolean;
  /** HR's choice; their own branch while they have not chosen. */
  branchId?: string;
}

export type NewHireField = 'name' | 'employeeNumber' | 'departmentName' | 'position' | 'phone' | 'day' | 'managers';

export const emptyNewHire = (day: string): NewHireDraft => ({
  ...{ name: '', employeeNumber: '', departmentName: '', position: '', phone: '', day, managers: [], isReturn: false },
});

/** What to put right before sending, beside each field. The cloud checks again. */
export function newHireProblems(draft: NewHireDraft, today: string): Partial<Record<NewHireField, string>> {
  const { name, employeeNumber, departmentName, position, phone, day, managers } = draft;
  return {
    ...(name.trim() ? {} : { name: '写上姓名' }),
    ...(/^[A-Za-z0-9-]{1,32}$/.test(employeeNumber.trim()) ? {} : { employeeNumber: '工号只用字母、数字和短横线' }),
    ...(departmentName.trim() ? {} : { departmentName: '选一个部门，或写新的' }),
    ...(position.trim() ? {} : { position: '写上岗位' }),
    ...(phone.trim() === '' || /^\+?[\d -]{6,20}$/.test(phone.trim())
      ? {}
      : { phone: '手机号里只有数字、空格和短横线' }),
    ...(day >= today ? {} : { day: '选今天或以后的日子' }),
    ...(managers.length === 1 ? {} : { managers: '选一位直属上级' }),
  };
}

export function newHireOf(draft: NewHireDraft, branchId: string) {
  const { name, employeeNumber, departmentName, position, phone, day, managers, isReturn } = draft;
  return {
    ...{ name: name.trim(), employeeNumber: employeeNumber.trim(), departmentName: departmentName.trim(), branchId },
    ...{ position: position.trim(), phone: phone.trim() || null, dateOfJoining: day, isReturn },
    managerPersonId: managers[0]?.personId ?? '',
  };
}
