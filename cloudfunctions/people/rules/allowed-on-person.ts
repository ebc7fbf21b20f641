import type { Role } from '../../../shared/kernel/role';
import type { Instant } from '../../../shared/kernel/scalar';
import type { EmploymentStatus } from '../../../shared/people/model';

const personActions = ['issueJoiningCode', 'unbindPerson', 'grantRole', 'moveFirstDay', 'moveToBranch'] as const;
export type PersonAction = (typeof personActions)[number];

export const isOver = (status: EmploymentStatus) => status === 'left' || status === 'alumni';

interface Look {
  caller: { personId: string | null; roles: readonly Role[] };
  personId: string;
  joinedAt: Instant | null;
  status: EmploymentStatus;
}

/** What a caller from HR may do with a person: the same conditions that the calls themselves refuse by. */
export function allowedOnPerson({ caller, personId, joinedAt, status }: Look): PersonAction[] {
  const isSelf = caller.personId === personId;
  const allowed: Record<PersonAction, boolean> = {
    issueJoiningCode: joinedAt === null && !isOver(status),
    unbindPerson: joinedAt !== null && !isSelf,
    moveFirstDay: status === 'preboarding',
    moveToBranch: caller.roles.includes('hr') && !isOver(status),
    grantRole: caller.roles.includes('hr') && !isSelf && !isOver(status),
  };
  return personActions.filter((action) => allowed[action]);
}
