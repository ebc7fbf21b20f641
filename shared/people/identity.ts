import type { Role } from '../kernel/role';
import type { Day, Instant } from '../kernel/scalar';
import type { EmploymentStatus, RoleGrant } from './model';

/**
 * What every call needs to know about the person behind a WeChat, in one document, so that knowing the caller costs
 * one request. Written by `people` whenever the facts change; `_id` is the OpenID, which only platform/ ever sees.
 */
export interface Identity {
  _id: string;
  personId: string;
  employmentId: string;
  name: string;
  employeeNumber: string;
  departmentName: string;
  position: string;
  branchId: string;
  status: EmploymentStatus;
  dateOfJoining: Day | null;
  relievingDate: Day | null;
  isManager: boolean;
  grants: RoleGrant[];
  boundAt: Instant;
}

/** Where HR rights reach: everywhere, or only these branches (none for those who are not HR). */
export type Reach = 'everywhere' | readonly string[];

/**
 * The roles that hold on a day. Rights follow the dates, not the status word: the day after the last day somebody is
 * an alumnus even if nobody touched the record, and whoever starts tomorrow is still a new hire.
 */
export function rolesOn(day: Day, identity: Omit<Identity, '_id'>): Role[] {
  const { status, dateOfJoining, relievingDate } = identity;
  const hasLeft = status === 'left' || status === 'alumni' || (relievingDate !== null && day > relievingDate);
  if (hasLeft) return ['visitor', 'alumnus'];
  const hasStarted = dateOfJoining === null ? status !== 'preboarding' : day >= dateOfJoining;
  if (!hasStarted) return ['visitor', 'newHire'];
  return [
    'visitor',
    'employee',
    ...(identity.isManager ? (['manager'] as const) : []),
    ...(status === 'noticePeriod' ? (['leaving'] as const) : []),
    ...new Set(identity.grants.map((grant) => grant.role)),
  ];
}

/** How far somebody's HR rights reach on the day of the call. */
export function reachOf(roles: readonly Role[], identity: Pick<Identity, 'grants'>): Reach {
  if (roles.includes('hr')) return 'everywhere';
  if (!roles.includes('branchHr')) return [];
  return identity.grants.flatMap((grant) =>
    grant.role === 'branchHr' && grant.branchId !== null ? [grant.branchId] : [],
  );
}

/** What HR of several branches write for unless they say otherwise; null for HR everywhere and who is not HR. */
export function firstBranchOf(reach: Reach): string | null {
  return reach === 'everywhere' ? null : (reach[0] ?? null);
}

/**
 * Whether a record of this branch is within reach; one of the whole company (null) only for who reaches everywhere.
 * What is not is answered as if it were not there.
 */
export function reaches(reach: Reach, branchId: string | null): boolean {
  return reach === 'everywhere' || (branchId !== null && reach.includes(branchId));
}
