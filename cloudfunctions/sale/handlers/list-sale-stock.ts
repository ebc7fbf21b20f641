import type { SaleContract } from '../../../shared/sale/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { listedFields, stockedView } from '../rules/item';
import { urlsOf } from '../shown-items';
import { store } from '../store';

export const listSaleStock: Handler<SaleContract['listSaleStock']> = async ({ cursor, limit }) => {
  const { items, next } = await store.items.page({
    where: { sort: is.above('') },
    ...{ fields: listedFields, sortedBy: 'sort', direction: 'desc', cursor, limit },
  });
  const urls = await urlsOf(items);
  return { items: items.map((item) => stockedView(item, urls)), next };
};
