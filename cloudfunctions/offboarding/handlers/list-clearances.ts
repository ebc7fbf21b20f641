import { dayOf } from '../../../shared/kernel/day';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { is, type Where } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { lookerOf } from '../find-leaving';
import { lineFields, lineView, ownersLine } from '../rules/progress';
import type { Looker } from '../rules/side';
import { store } from '../store';

type Owner = Parameters<typeof listClearances>[0]['owner'];

/** Which leavings have something for the caller in this role; null for a role that the caller does not hold. */
function whereMine(owner: Owner, { personId, roles, reach, grants }: Looker): Where | null {
  if (owner === 'manager') return { managerPersonId: personId, openOwners: 'manager' };
  if (owner === 'hr') {
    if (reach === 'everywhere') return { openOwners: 'hr' };
    return reach.length === 0 ? null : { openOwners: 'hr', branchId: is.among(reach) };
  }
  const mine = grants.filter(({ role }) => role === owner && roles.includes(role));
  if (mine.length === 0) return null;
  if (mine.some(({ branchId }) => branchId === null)) return { openOwners: owner };
  return { openOwners: owner, branchId: is.among(mine.map(({ branchId }) => branchId)) };
}

export const listClearances: Handler<OffboardingContract['listClearances']> = async (input, { caller, now }) => {
  const { owner, cursor, limit } = input;
  const where = whereMine(owner, lookerOf(caller));
  if (where === null) return { items: [], next: null };
  const { items, next } = await store.separations.page({
    ...{ where: { ...where, sort: is.above('') }, fields: lineFields, sortedBy: 'sort', direction: 'asc' },
    ...{ cursor, limit },
  });
  const today = dayOf(now);
  const lines = items.map((separation) => lineView(separation, today));
  return { items: owner === 'hr' ? lines : lines.map((line) => ownersLine(line, [owner])), next };
};
