import { refuse } from '../../shared/refusal';
import type { StoredOrder } from './documents';
import { returnPieces } from './return-pieces';
import type { cancelling, handingOver } from './rules/order';
import { store } from './store';
import { tellOrder } from './tell-order';

type Closing = ReturnType<typeof handingOver> | ReturnType<typeof cancelling>;

/** Closes an order that is still reserved, once; then its pieces and its owner. A repeat finishes what was cut off. */
export async function closeOrder(orderId: string, closing: Closing, now: Date): Promise<StoredOrder> {
  const closed = await store.orders.changeOne({ _id: orderId, state: 'reserved' }, closing);
  const order = closed ?? (await store.orders.read(orderId)) ?? refuse('sale_order_not_found');
  if (order.closedBy !== closing.closedBy || order.state !== closing.state) return refuse('sale_order_closed');
  await returnPieces(order);
  await tellOrder(order, now);
  return order;
}
