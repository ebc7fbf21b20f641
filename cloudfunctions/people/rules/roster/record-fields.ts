import type { Instant } from '../../../../shared/kernel/scalar';
import type { Employment, Person } from '../../../../shared/people/model';
import type { FieldChange, RosterField, RosterReading } from '../../../../shared/people/roster';

/** The fields of a reading that belong to the human being; all others belong to the employment. */
export const personFields: readonly RosterField[] = ['name', 'birthOn', 'phone'];

export const touchesPerson = (changes: readonly FieldChange[]) =>
  changes.some(({ field }) => personFields.includes(field));

/** The name is copied into the employment, so that lists are one query. */
export const touchesEmployment = (changes: readonly FieldChange[]) =>
  changes.some(({ field }) => field === 'name' || !personFields.includes(field));

/** A record as a reading: what the preview compares with. The phone is given in full. */
export function readingOf(
  employment: Employment,
  person: Pick<Person, 'name' | 'birthOn'>,
  phone: string | null,
): RosterReading {
  return {
    employeeNumber: employment.employeeNumber,
    name: person.name,
    departmentName: employment.departmentName,
    position: employment.position === '' ? null : employment.position,
    phone,
    birthOn: person.birthOn,
    dateOfJoining: employment.dateOfJoining,
    relievingDate: employment.relievingDate,
    exitReason: employment.exitReason,
    managerName: employment.managerName,
    status: employment.status,
  };
}

/** The facts of an employment as a settled reading gives them; the manager is linked in a later step. */
export function employmentFacts(reading: RosterReading, departmentId: string) {
  return {
    personName: reading.name,
    departmentId,
    departmentName: reading.departmentName,
    position: reading.position ?? '',
    status: reading.status,
    dateOfJoining: reading.dateOfJoining,
    relievingDate: reading.relievingDate,
    exitReason: reading.exitReason,
    managerName: reading.managerName,
  };
}

export interface EmploymentPlace {
  employmentId: string;
  personId: string;
  branchId: string;
  stint: number;
  departmentId: string;
}

export function newEmployment(reading: RosterReading, place: EmploymentPlace, createdAt: Instant): Employment {
  return {
    _id: place.employmentId,
    personId: place.personId,
    employeeNumber: reading.employeeNumber,
    stint: place.stint,
    branchId: place.branchId,
    ...employmentFacts(reading, place.departmentId),
    managerEmploymentId: null,
    version: 1,
    createdAt,
  };
}

export function newPerson(
  personId: string,
  reading: RosterReading,
  sealedPhone: string | null,
  createdAt: Instant,
): Person {
  return {
    _id: personId,
    name: reading.name,
    birthOn: reading.birthOn,
    phone: sealedPhone,
    grants: [],
    joinedAt: null,
    lastRequestId: null,
    version: 1,
    createdAt,
  };
}
