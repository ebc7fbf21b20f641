import * as z from 'zod';

/**
 * Who a caller can be. A caller holds a set of roles, worked out from facts at each call: everybody is a `visitor`,
 * an employed person an `employee`, someone whom others report to a `manager`. `hr` may act everywhere, `branchHr`
 * only within one branch. `system` is one of our own functions and can never be held by a person.
 */
export const roleNames = [
  'visitor',
  'candidate',
  'newHire',
  'employee',
  'manager',
  'leaving',
  'alumnus',
  'it',
  'finance',
  'administration',
  'branchHr',
  'hr',
  'system',
] as const;
export const Role = z.enum(roleNames);
export type Role = z.infer<typeof Role>;

/** Roles that HR gives to a person; all others follow from the employment. */
export const GrantableRole = z.enum(['it', 'finance', 'administration', 'branchHr', 'hr']);
export type GrantableRole = z.infer<typeof GrantableRole>;
