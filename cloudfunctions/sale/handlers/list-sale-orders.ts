import type { SaleContract } from '../../../shared/sale/contract';
import type { Handler } from '../../platform/serve';
import { queuedView } from '../rules/order';
import { store } from '../store';

export const listSaleOrders: Handler<SaleContract['listSaleOrders']> = async ({ state, itemId, cursor, limit }) => {
  const { items, next } = await store.orders.page({
    where: { state, ...(itemId === undefined ? {} : { itemId }) },
    ...{ sortedBy: 'sort', direction: state === 'reserved' ? 'asc' : 'desc', cursor, limit },
  });
  return { items: items.map(queuedView), next };
};
