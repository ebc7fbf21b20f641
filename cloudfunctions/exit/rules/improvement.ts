import type { Improvement, ImprovementAbout, ShownLeavings } from '../../../shared/exit/analysis';
import type { Role } from '../../../shared/kernel/role';
import { refuse } from '../../../shared/refusal';
import type { StoredImprovement } from '../documents';
import { restKey } from './small-groups';

/** How the board names what an improvement is about. Refuses what the board does not show. */
export function aboutInWords({ cut, key }: ImprovementAbout, shown: ShownLeavings | null): string {
  const departments = shown?.tables.find((table) => table.cut === 'department')?.rows ?? [];
  const found = (cut === 'reason' ? (shown?.shares ?? []) : departments).find((group) => group.key === key);
  return found && key !== restKey ? found.words : refuse('improvement_about_unknown');
}

/** Who owns it says that it is done, or HR for them. */
export function mayFinish(
  { ownerPersonId }: Pick<StoredImprovement, 'ownerPersonId'>,
  { personId, roles }: { personId: string; roles: readonly Role[] },
): boolean {
  return ownerPersonId === personId || roles.includes('hr');
}

/** Another owner from now on. Who owns it already, and is here, keeps it as it is. */
export function passedOn(
  { ownerPersonId, hasOwnerLeft, turn, formerOwners }: StoredImprovement,
  owner: { personId: string; name: string },
  isFormerHere: boolean,
): Partial<StoredImprovement> {
  if (owner.personId === ownerPersonId && !hasOwnerLeft) return {};
  const former = { personId: ownerPersonId, isHere: isFormerHere, turn };
  return {
    ...{ ownerPersonId: owner.personId, ownerName: owner.name, hasOwnerLeft: false, turn: turn + 1 },
    formerOwners: [...formerOwners, former],
  };
}

export function improvementView(improvement: StoredImprovement): Improvement {
  const { _id, title, about, aboutWords, ownerName, dueOn, from, doneOn, result, reports, openedAt } = improvement;
  const { hasOwnerLeft } = improvement;
  return { _id, title, about, aboutWords, ownerName, hasOwnerLeft, dueOn, from, doneOn, result, reports, openedAt };
}
