import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { SaleContract } from '../../../shared/sale/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { closeOrder } from '../close-order';
import { cancelling, checkCancellable, orderView } from '../rules/order';
import { store } from '../store';

/** Somebody else's order is answered as if it were not there. */
export const cancelSaleOrder: Handler<SaleContract['cancelSaleOrder']> = async (input, { caller, now }) => {
  const { orderId, requestId } = input;
  const order = await store.orders.read(orderId);
  if (order?.personId !== personOf(caller).personId) return refuse('sale_order_not_found');
  if (order.closedBy !== requestId) checkCancellable(order, instant(now));
  return orderView(await closeOrder(orderId, cancelling(requestId, null, instant(now)), now));
};
