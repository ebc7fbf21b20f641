import { instant } from '../../../shared/kernel/day';
import type { SaleContract } from '../../../shared/sale/contract';
import type { Handler } from '../../platform/serve';
import { closeOrder } from '../close-order';
import { cancelling, queuedView } from '../rules/order';

export const callOffSaleOrder: Handler<SaleContract['callOffSaleOrder']> = async (input, { now }) => {
  const { orderId, reason, requestId } = input;
  return queuedView(await closeOrder(orderId, cancelling(requestId, reason, instant(now)), now));
};
