import { refuse } from '../../../shared/refusal';
import type { SaleContract } from '../../../shared/sale/contract';
import { saleLimits } from '../../../shared/sale/sale';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { shownItem } from '../shown-items';
import { store } from '../store';

/** The item remembers its restockings for good: pieces come once, however often they are sent. */
export const restockSaleItem: Handler<SaleContract['restockSaleItem']> = async ({ itemId, pieces, requestId }) => {
  const restocked = await store.items.changeOne(
    { _id: itemId, supplied: is.atMost(saleLimits.pieces - pieces), 'restocks.requestId': is.not(requestId) },
    { stock: by.adding(pieces), supplied: by.adding(pieces), restocks: by.appending([{ requestId, pieces }]) },
  );
  const item = restocked ?? (await store.items.read(itemId)) ?? refuse('sale_item_not_found');
  const mine = item.restocks.find((restock) => restock.requestId === requestId) ?? refuse('sale_stock_full');
  return mine.pieces === pieces ? shownItem(item) : refuse('request_id_reused');
};
