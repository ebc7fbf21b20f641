import { instant } from '../../../shared/kernel/day';
import type { SaleContract } from '../../../shared/sale/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { itemView, listedFields } from '../rules/item';
import { urlsOf } from '../shown-items';
import { store } from '../store';

export const listSaleItems: Handler<SaleContract['listSaleItems']> = async ({ cursor, limit }, { now }) => {
  const { items, next } = await store.items.page({
    where: { state: 'onSale', sort: is.above(instant(now)) },
    ...{ fields: listedFields, sortedBy: 'sort', direction: 'asc', cursor, limit },
  });
  const urls = await urlsOf(items);
  return { items: items.map((item) => itemView(item, urls)), next };
};
