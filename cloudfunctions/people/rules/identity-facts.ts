import type { Identity } from '../../../shared/people/identity';
import type { Employment, EmploymentStatus, Person } from '../../../shared/people/model';

/** Whoever works or is about to: a manager is somebody to whom one of these reports. */
export const reportingStatuses: readonly EmploymentStatus[] = [
  'preboarding',
  'probation',
  'active',
  'onLeave',
  'noticePeriod',
];

export type IdentityFacts = Omit<Identity, '_id' | 'boundAt'>;

/** What every call needs to know about a person, taken from the records. */
export function identityFacts(
  person: Pick<Person, '_id' | 'name' | 'grants'>,
  employment: Employment,
  isManager: boolean,
): IdentityFacts {
  return {
    personId: person._id,
    employmentId: employment._id,
    name: person.name,
    employeeNumber: employment.employeeNumber,
    departmentName: employment.departmentName,
    position: employment.position,
    branchId: employment.branchId,
    status: employment.status,
    dateOfJoining: employment.dateOfJoining,
    relievingDate: employment.relievingDate,
    isManager,
    grants: person.grants,
  };
}
