import { dayOf } from '../../../shared/kernel/day';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { lineFields, lineView } from '../rules/progress';
import { store } from '../store';

/** Two requests, side by side, however many have left: a page, and how many are late. */
export const listLeavings: Handler<OffboardingContract['listLeavings']> = async (input, { caller, now }) => {
  const { shelf, cursor, limit } = input;
  const { reach } = caller;
  const within = reach === 'everywhere' ? {} : { branchId: is.among(reach) };
  const direction = shelf === 'past' ? 'desc' : 'asc';
  const where = { ...within, shelf, sort: is.above('') };
  const [{ items, next }, late] = await Promise.all([
    store.separations.page({ where, fields: lineFields, sortedBy: 'sort', direction, cursor, limit }),
    store.separations.count({ ...within, isLate: true }),
  ]);
  const today = dayOf(now);
  return { items: items.map((separation) => lineView(separation, today)), next, late };
};
