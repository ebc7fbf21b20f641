import * as z from 'zod';
import type { Role } from '../kernel/role';
import { line } from '../kernel/scalar';
import { type Reach, reaches } from './identity';
import { BranchId } from './model';

/** Departments or branches that one audience may name. */
const mostNamed = 20;

/** For whom something is that HR publishes: news, an activity. HR of branches publishes for these only. */
export const Audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({ kind: z.literal('managers') }),
  z.strictObject({ kind: z.literal('branches'), branchIds: z.array(BranchId).min(1).max(mostNamed) }),
  z.strictObject({ kind: z.literal('departments'), departmentNames: z.array(line(60)).min(1).max(mostNamed) }),
]);
export type Audience = z.infer<typeof Audience>;

/** The keys that what is for these people carries: whoever has one of them is meant. */
export function keysOfAudience(audience: Audience): string[] {
  switch (audience.kind) {
    case 'everybody':
      return ['everybody'];
    case 'managers':
      return ['managers'];
    case 'branches':
      return audience.branchIds.map((branchId) => `branch:${branchId}`);
    case 'departments':
      return audience.departmentNames.map((name) => `department:${name}`);
  }
}

/** Somebody who may be meant. */
export interface Member {
  roles: readonly Role[];
  branchId: string;
  departmentName: string;
}

/** The keys that somebody has. */
export function keysOfMember({ roles, branchId, departmentName }: Member): string[] {
  const managers = roles.includes('manager') ? ['managers'] : [];
  return ['everybody', `branch:${branchId}`, `department:${departmentName}`, ...managers];
}

/** Whether somebody is meant by what carries these keys. */
export function isMeant(audienceKeys: readonly string[], member: Member): boolean {
  const keys = keysOfMember(member);
  return audienceKeys.some((key) => keys.includes(key));
}

/** Whether it takes people's roles to know who is meant: managers are known by nothing else. */
export const isByRole = (audienceKeys: readonly string[]): boolean => audienceKeys.includes('managers');

/** HR of branches publishes for these; HR of the company for anybody. */
export function mayAddress(reach: Reach, audience: Audience): boolean {
  if (reach === 'everywhere') return true;
  return audience.kind === 'branches' && audience.branchIds.every((branchId) => reaches(reach, branchId));
}
