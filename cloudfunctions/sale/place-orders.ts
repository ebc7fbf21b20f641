import type { Instant } from '../../shared/kernel/scalar';
import { by, is } from '../platform/db';
import { oneByOne } from '../platform/one-by-one';
import type { StoredItem, StoredOrder } from './documents';
import { never } from './rules/item';
import { store } from './store';

const atOnce = 20;

/** Writes an order that its item has decided. Whoever comes second finds it written, however far it has come since. */
export async function placeOrder(order: StoredOrder): Promise<void> {
  await store.orders.insert(order);
  await store.items.changeOne({ _id: order.itemId }, { placing: by.pulling({ _id: order._id }) });
}

/** What was cut off between deciding and writing. */
export async function placeOrders(quietSince: Instant): Promise<number> {
  const open = await store.items.list({ where: { placingSince: is.atMost(quietSince) }, limit: atOnce });
  await oneByOne(open, (item) => placeAll(item, quietSince));
  return open.length;
}

async function placeAll({ _id, placing }: StoredItem, quietSince: Instant): Promise<void> {
  for (const order of placing) if (order.at <= quietSince) await placeOrder(order);
  await store.items.changeOne({ _id, 'placing.0': is.absent() }, { placingSince: never });
}
