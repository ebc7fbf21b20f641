import { refuse } from '../../../shared/refusal';
import type { SaleContract } from '../../../shared/sale/contract';
import type { Handler } from '../../platform/serve';
import { stockedView } from '../rules/item';
import { store } from '../store';

export const withdrawSaleItem: Handler<SaleContract['withdrawSaleItem']> = async ({ itemId }) => {
  const item = await store.items.changeOne({ _id: itemId }, { state: 'withdrawn' });
  return item ? stockedView(item) : refuse('sale_item_not_found');
};
