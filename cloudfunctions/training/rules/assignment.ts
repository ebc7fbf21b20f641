import { addDays, dayOf } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { ColleagueFacts } from '../../../shared/people/colleagues';
import type { Assignment, AssignmentAudience } from '../../../shared/training/assignment';
import type { StoredAssignment } from '../documents';

/** Without a due day, those who come later are reached for so many days. */
const openDays = 30;

export function newAssignment(
  terms: { courseIds: string[]; audience: AssignmentAudience; dueOn: Day | null },
  given: { assignmentId: string; authorId: string; fingerprint: string; titles: string[]; at: Instant },
  branchIds: string[] | null,
): StoredAssignment {
  const { assignmentId, at, ...rest } = given;
  return {
    ...{ ...terms, ...rest, _id: assignmentId, branchIds, reached: 0, createdAt: at, cursor: null, walkSince: at },
    ...{ takenBack: null, takenBackById: null, takingBackSince: null },
    walkOn: nextWalk({ ...terms, createdAt: at }, dayOf(at)),
    sort: `${at}.${assignmentId}`,
  };
}

/** The night on which it walks again; null when nobody who comes later is meant. */
export function nextWalk(
  { audience, dueOn, createdAt }: Pick<StoredAssignment, 'audience' | 'dueOn' | 'createdAt'>,
  today: Day,
): Day | null {
  const tomorrow = addDays(today, 1);
  const last = dueOn ?? addDays(dayOf(createdAt), openDays);
  return audience.kind === 'persons' || tomorrow > last ? null : tomorrow;
}

/** Whether an assignment means a colleague. */
export function isMeant(
  { audience, branchIds }: Pick<StoredAssignment, 'audience' | 'branchIds'>,
  colleague: ColleagueFacts,
): boolean {
  if (branchIds !== null && !branchIds.includes(colleague.branchId)) return false;
  switch (audience.kind) {
    case 'everybody':
      return true;
    case 'branch':
      return colleague.branchId === audience.branchId;
    case 'department':
      return colleague.departmentName === audience.departmentName;
    case 'position':
      return colleague.position === audience.position;
    case 'persons':
      return audience.personIds.includes(colleague.personId);
  }
}

/** Nobody is reached any more, and those who were are let go one after the other. */
export const assignmentTakenBack = ({ reason, at, byId }: { reason: string; at: Instant; byId: string }) => ({
  ...{ takenBackById: byId, takingBackSince: at, walkSince: null, walkOn: null, cursor: null },
  takenBack: { reason, at },
});

export function assignmentView(assignment: StoredAssignment): Assignment {
  const { _id, courseIds, titles, audience, dueOn, reached, walkSince, createdAt, takenBack } = assignment;
  const isWalking = walkSince !== null;
  return { assignmentId: _id, courseIds, titles, audience, dueOn, reached, isWalking, createdAt, takenBack };
}
