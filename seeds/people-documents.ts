import {
  type BranchesDocument,
  branchesId,
  type CompanyDocument,
  type DepartmentDocument,
  departmentDocument,
  departmentIdOf,
  type EmploymentDocument,
  employmentDocument,
  employmentIdOf,
  type PersonDocument,
  personDocument,
  personIdOf,
} from '../cloudfunctions/people/documents';
import { firstBranches } from '../cloudfunctions/people/rules/branches';
import { seal } from '../cloudfunctions/platform/sealed';
import { addDays, dayOf, instant } from '../shared/kernel/day';
import type { Identity } from '../shared/people/identity';
import { Employment, Person } from '../shared/people/model';
import { chengdu, type Figure, figures } from './company';
import { companyProfile } from './company-profile';

export const openIdOf = (figure: Figure) => `seed-${figure.employeeNumber.toLowerCase()}`;

export interface PeopleDocuments {
  identities: Identity[];
  persons: PersonDocument[];
  employments: EmploymentDocument[];
  departments: DepartmentDocument[];
  companies: CompanyDocument[];
  branches: BranchesDocument[];
}

/** So many days from now, or the Monday after: nobody starts or leaves on a weekend. */
function workingDay(now: Date, days: number): string {
  const day = addDays(dayOf(now), days);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
/** Everybody joined the mini program when it came, two months ago, or on their own first day. */
const boundAt = (figure: Figure, now: Date) =>
  new Date(now.getTime() - Math.min(60, Math.max(1, -figure.joinedDays)) * 86_400_000);

/** Whoever has a birthday soon was born in a leap year, so that every day of a year can be it. */
function birthOf({ birthOn, birthdayInDays }: Figure, now: Date): string {
  if (birthdayInDays === undefined) return birthOn;
  return `${birthOn.slice(0, 4)}${addDays(dayOf(now), birthdayInDays).slice(4)}`;
}

function personOf(figure: Figure, now: Date): PersonDocument {
  const _id = personIdOf(figure.employeeNumber);
  return personDocument(
    Person.parse({
      _id,
      name: figure.name,
      birthOn: birthOf(figure, now),
      phone: seal(figure.phone, { collection: 'persons', id: _id, field: 'phone' }),
      grants: figure.grants,
      joinedAt: figure.isBound ? instant(boundAt(figure, now)) : null,
      lastRequestId: null,
      version: 1,
      createdAt: instant(new Date(now.getTime() - 61 * 86_400_000)),
    }),
  );
}

function employmentOf(figure: Figure, now: Date): EmploymentDocument {
  const manager = figures.find(({ employeeNumber }) => employeeNumber === figure.manager);
  return employmentDocument(
    Employment.parse({
      _id: employmentIdOf(figure.employeeNumber, 1),
      personId: personIdOf(figure.employeeNumber),
      personName: figure.name,
      employeeNumber: figure.employeeNumber,
      stint: 1,
      branchId: figure.branchId,
      departmentId: departmentIdOf(figure.departmentName),
      departmentName: figure.departmentName,
      position: figure.position,
      status: figure.status,
      dateOfJoining: workingDay(now, figure.joinedDays),
      relievingDate: figure.leavingDays === null ? null : workingDay(now, figure.leavingDays),
      exitReason: figure.exitReason,
      managerName: manager?.name ?? null,
      managerEmploymentId: manager ? employmentIdOf(manager.employeeNumber, 1) : null,
      version: 1,
      createdAt: instant(new Date(now.getTime() - 61 * 86_400_000)),
    }),
  );
}

function identityOf(figure: Figure, employment: EmploymentDocument, now: Date): Identity {
  return {
    _id: openIdOf(figure),
    personId: employment.personId,
    employmentId: employment._id,
    name: figure.name,
    employeeNumber: figure.employeeNumber,
    departmentName: figure.departmentName,
    position: figure.position,
    branchId: figure.branchId,
    status: figure.status,
    dateOfJoining: employment.dateOfJoining,
    relievingDate: employment.relievingDate,
    isManager: figures.some(({ manager }) => manager === figure.employeeNumber),
    grants: figure.grants,
    boundAt: instant(boundAt(figure, now)),
  };
}

/** The company as the people context stores it. Seals phones with the keys in the environment. */
export function peopleDocuments(now: Date): PeopleDocuments {
  const employments = figures.map((figure) => employmentOf(figure, now));
  const departments = [...new Set(figures.map(({ departmentName }) => departmentName))];
  const identities = figures.flatMap((figure, index) => {
    const employment = employments[index];
    return figure.isBound && employment ? [identityOf(figure, employment, now)] : [];
  });
  return {
    identities,
    persons: figures.map((figure) => personOf(figure, now)),
    employments,
    departments: departments.map((name) => departmentDocument(name)),
    companies: [companyProfile],
    branches: [{ _id: branchesId, items: [...firstBranches, { _id: chengdu, name: '成都分公司' }], version: 1 }],
  };
}
