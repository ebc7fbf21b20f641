import type { GrantableRole } from '../../../shared/kernel/role';
import type { EmploymentStatus, RoleGrant } from '../../../shared/people/model';
import { refuse } from '../../../shared/refusal';
import { isOver } from './allowed-on-person';

/** Nobody changes their own rights: two people are behind every right that exists. */
export function mayChangeRights(callerId: string, personId: string): void {
  if (callerId === personId) refuse('own_rights_kept');
}

/** A role for one branch stands beside the same role for another; a role everywhere replaces those for branches. */
export function grantsWith(grants: readonly RoleGrant[], given: RoleGrant, status: EmploymentStatus): RoleGrant[] {
  if (isOver(status)) refuse('person_has_left');
  const others = grants.filter(
    ({ role, branchId }) => role !== given.role || (given.branchId !== null && branchId !== given.branchId),
  );
  const coversAlready = others.some(({ role, branchId }) => role === given.role && branchId === null);
  return coversAlready ? others : [...others, given];
}

/** Takes a role away in every branch. */
export function grantsWithout(grants: readonly RoleGrant[], role: GrantableRole): RoleGrant[] {
  return grants.filter((grant) => grant.role !== role);
}
