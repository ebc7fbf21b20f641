import type { Role } from '../../../shared/kernel/role';
import type { RowOwner } from '../../../shared/offboarding/separation';
import { type Reach, reaches } from '../../../shared/people/identity';
import type { RoleGrant } from '../../../shared/people/model';
import type { StoredSeparation } from '../documents';

/** Who looks at a leaving, or does something about it. */
export interface Looker {
  personId: string;
  roles: readonly Role[];
  reach: Reach;
  grants: readonly RoleGrant[];
}

type Whose = Pick<StoredSeparation, 'personId' | 'branchId' | 'managerPersonId'>;

const granted = ['it', 'finance', 'administration'] as const;

/** HR in reach; nobody is HR of themselves. */
export const isHrOf = ({ personId, reach }: Looker, separation: Whose): boolean =>
  personId !== separation.personId && reaches(reach, separation.branchId);

const holds = (looker: Looker, role: (typeof granted)[number], branchId: string): boolean =>
  looker.roles.includes(role) &&
  looker.grants.some((grant) => grant.role === role && (grant.branchId === null || grant.branchId === branchId));

/** The owners whose rows somebody may settle here. HR may settle all: no row waits for somebody who is not there. */
export function ownersOf(looker: Looker, separation: Whose): RowOwner[] {
  if (looker.personId === separation.personId) return [];
  if (isHrOf(looker, separation)) return ['manager', 'it', 'finance', 'administration', 'hr'];
  const isManager = separation.managerPersonId === looker.personId;
  return [
    ...(isManager ? (['manager'] as const) : []),
    ...granted.filter((role) => holds(looker, role, separation.branchId)),
  ];
}

/** HR and finance know the figures. */
export const knowsMoney = (looker: Looker, separation: Whose): boolean => {
  const owners = ownersOf(looker, separation);
  return owners.includes('hr') || owners.includes('finance');
};
