import { collection } from '../platform/db';
import type { StoredItem, StoredOrder } from './documents';

/** The collections of the sale; their indexes are declared in function.json. */
export const store = {
  items: collection<StoredItem>('saleItems'),
  orders: collection<StoredOrder>('saleOrders'),
};
