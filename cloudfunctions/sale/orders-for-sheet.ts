import { refuse } from '../../shared/refusal';
import type { Where } from '../platform/db';
import type { StoredOrder } from './documents';
import { store } from './store';

const ordersAtOnce = 500;
/** So many fit into one answer with room to spare. */
const mostOrders = 5000;

/** All orders of a file, in its order; refuses what would not fit. */
export async function ordersForSheet(where: Where, sortedBy: string): Promise<StoredOrder[]> {
  const found: StoredOrder[] = [];
  for (let some = ordersAtOnce; some === ordersAtOnce; ) {
    const more = await store.orders.list({ where, sortedBy, limit: ordersAtOnce, skip: found.length });
    found.push(...more);
    some = more.length;
    if (found.length > mostOrders) refuse('value_sheet_too_long');
  }
  return found;
}
