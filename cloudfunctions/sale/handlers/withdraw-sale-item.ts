import { refuse } from '../../../shared/refusal';
import type { SaleContract } from '../../../shared/sale/contract';
import type { Handler } from '../../platform/serve';
import { shownItem } from '../shown-items';
import { store } from '../store';

export const withdrawSaleItem: Handler<SaleContract['withdrawSaleItem']> = async ({ itemId }) => {
  const item = await store.items.changeOne({ _id: itemId }, { state: 'withdrawn' });
  return item ? shownItem(item) : refuse('sale_item_not_found');
};
