import type { Role } from '../../../shared/kernel/role';
import { refuse } from '../../../shared/refusal';

/** Whoever may issue codes everywhere is unbound by a colleague: the last one to go would lock everybody out. */
export function mayLeaveApp(roles: readonly Role[]): void {
  if (roles.includes('hr')) refuse('own_rights_kept');
}
