import type { EmploymentFacts } from '../../shared/people/leavers';
import { is } from '../platform/db';
import type { EmploymentDocument } from './documents';
import { store } from './store';

/** What other contexts may know of these employments: one request more, for the managers. At most 50 at a time. */
export async function employmentFacts(employments: readonly EmploymentDocument[]): Promise<EmploymentFacts[]> {
  const managerIds = [...new Set(employments.flatMap(({ managerEmploymentId }) => managerEmploymentId ?? []))];
  const managers =
    managerIds.length === 0
      ? []
      : await store.employments.list({
          where: { _id: is.among(managerIds) },
          limit: managerIds.length,
          fields: ['personId'],
        });
  const managerPersons = new Map(managers.map(({ _id, personId }) => [_id, personId]));
  return employments.map((employment) => {
    const { _id: employmentId, personId, personName: name, employeeNumber, stint, branchId } = employment;
    const { departmentId, departmentName, position, status, dateOfJoining, relievingDate, exitReason } = employment;
    return {
      ...{ employmentId, personId, name, employeeNumber, stint, branchId, departmentId, departmentName, position },
      ...{ status, dateOfJoining, relievingDate, exitReason },
      managerPersonId: managerPersons.get(employment.managerEmploymentId ?? '') ?? null,
    };
  });
}
