import { refuse } from '../../../shared/refusal';
import type { SaleContract } from '../../../shared/sale/contract';
import type { Handler } from '../../platform/serve';
import { shownItem } from '../shown-items';
import { store } from '../store';

export const readSaleItem: Handler<SaleContract['readSaleItem']> = async ({ itemId }) =>
  shownItem((await store.items.read(itemId)) ?? refuse('sale_item_not_found'));
