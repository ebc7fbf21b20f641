import { instant } from '../../../shared/kernel/day';
import type { SaleContract } from '../../../shared/sale/contract';
import type { Handler } from '../../platform/serve';
import { closeOrder } from '../close-order';
import { handingOver, queuedView } from '../rules/order';

export const handOverSaleOrder: Handler<SaleContract['handOverSaleOrder']> = async ({ orderId, requestId }, { now }) =>
  queuedView(await closeOrder(orderId, handingOver(requestId, instant(now)), now));
