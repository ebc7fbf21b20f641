import type { ColleagueFacts } from '../../shared/people/colleagues';
import { is } from '../platform/db';
import type { EmploymentDocument } from './documents';
import { personsById } from './roster/known-people';
import { store } from './store';

/** What other contexts may know of these employments: two requests, side by side. At most 50 at a time. */
export async function colleagueFacts(employments: readonly EmploymentDocument[]): Promise<ColleagueFacts[]> {
  const managerIds = [...new Set(employments.flatMap(({ managerEmploymentId }) => managerEmploymentId ?? []))];
  const [persons, managers] = await Promise.all([
    personsById(employments.map(({ personId }) => personId)),
    managerIds.length === 0
      ? []
      : store.employments.list({ where: { _id: is.among(managerIds) }, limit: managerIds.length }),
  ]);
  const managerPersons = new Map(managers.map(({ _id, personId }) => [_id, personId]));
  return employments.map((employment) => {
    const { personId, personName: name, departmentName, position, departmentId, branchId, dateOfJoining } = employment;
    const birthOn = persons.get(personId)?.birthOn ?? null;
    return {
      ...{ personId, name, departmentName, position, departmentId, branchId, dateOfJoining },
      managerPersonId: managerPersons.get(employment.managerEmploymentId ?? '') ?? null,
      // The year stays here: a wish does not need anybody's age.
      birthday: birthOn === null ? null : birthOn.slice(5),
    };
  });
}
