import type { SaleContract } from '../../../shared/sale/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { orderView } from '../rules/order';
import { store } from '../store';

export const listMySaleOrders: Handler<SaleContract['listMySaleOrders']> = async ({ cursor, limit }, { caller }) => {
  const { items, next } = await store.orders.page({
    where: { personId: personOf(caller).personId },
    ...{ sortedBy: 'sort', direction: 'desc', cursor, limit },
  });
  return { items: items.map(orderView), next };
};
