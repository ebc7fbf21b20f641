import type { Identity } from '../../shared/people/identity';

/** Employees who exist only for a measurement: `race-1`, `race-2`, … on the WeChats `phone-1`, `phone-2`, … */
export function employees(count: number): Identity[] {
  return Array.from({ length: count }, (_, index) => ({
    _id: `phone-${index + 1}`,
    personId: `race-${index + 1}`,
    employmentId: `race-${index + 1}.1`,
    name: `测量 ${index + 1} 号`,
    employeeNumber: `M-${index + 1}`,
    departmentName: '测量',
    position: '测量',
    branchId: 'head-office',
    status: 'active',
    dateOfJoining: '2020-01-01',
    relievingDate: null,
    isManager: false,
    grants: [],
    boundAt: '2020-01-01T00:00:00.000Z',
  }));
}

/** The WeChat of somebody beside them who has the rights of HR everywhere. */
export const hrPhone = 'phone-hr';
export const hrBeside = (people: readonly Identity[]) => ({
  ...people[0],
  _id: hrPhone,
  personId: 'race-hr',
  grants: [{ role: 'hr', branchId: null }],
});
