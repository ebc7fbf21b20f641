import { refuse } from '../../../shared/refusal';
import type { SaleContract } from '../../../shared/sale/contract';
import type { Handler } from '../../platform/serve';
import { itemIdOf } from '../documents';
import { checkTerms, isSameItem, newItem, stockedView } from '../rules/item';
import { store } from '../store';

export const addSaleItem: Handler<SaleContract['addSaleItem']> = async ({ terms, pieces, requestId }) => {
  checkTerms(terms);
  const item = newItem(itemIdOf(requestId), terms, pieces);
  if (await store.items.insert(item)) return stockedView(item);
  const earlier = await store.items.read(item._id);
  return earlier && isSameItem(earlier, terms, pieces) ? stockedView(earlier) : refuse('request_id_reused');
};
