import type { Role } from '../../../shared/kernel/role';
import type { StoredThanks } from '../documents';

/** The wall is for who works here; one's own cards stay one's own; what is not shown, its sender and HR see. */
export function maySeeThanks(card: StoredThanks, viewer: { personId: string; roles: readonly Role[] }): boolean {
  const { personId, roles } = viewer;
  if (card.fromId === personId || roles.includes('hr')) return true;
  if (card.state !== 'shown') return false;
  return roles.includes('employee') || card.to.some((receiver) => receiver.personId === personId);
}
