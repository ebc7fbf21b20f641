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
