import { instant } from '../../../shared/kernel/day';
import { partOf } from '../../../shared/kernel/places';
import { refuse } from '../../../shared/refusal';
import type { SaleContract } from '../../../shared/sale/contract';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { orderIdOf, type StoredItem, type StoredOrder } from '../documents';
import { placeOrder } from '../place-orders';
import { buyerOf, checkOrderable } from '../rules/item';
import { newOrder, orderView } from '../rules/order';
import { store } from '../store';
import { tellOrder } from '../tell-order';

/** The stock may be overtaken by others: how often to look again before saying so. */
const tries = 8;
/** Orders of one item that may be between deciding and writing. */
const mostPlacing = 200;

/**
 * 下单. One conditional change of the item takes the pieces, counts them for the buyer and holds the order until it is
 * written (ADR 0014). The buyer's orders stay there for good, so a repeat is known however late it comes.
 */
export const orderSaleItem: Handler<SaleContract['orderSaleItem']> = async (input, { caller, now }) => {
  const { itemId, pieces, priceFen, requestId } = input;
  const { personId, name: personName, employeeNumber } = personOf(caller);
  const orderId = orderIdOf(personId, itemId, requestId);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const item = (await store.items.read(itemId)) ?? refuse('sale_item_not_found');
    const buyer = buyerOf(item, personId);
    if (buyer?.orderIds.includes(orderId)) return repeated(item, orderId, pieces, now);
    checkOrderable(item, buyer, { pieces, priceFen }, instant(now));
    const order = newOrder(item, { orderId, personId, personName, employeeNumber, pieces, at: instant(now) });
    if (!(await takePieces(order, buyer?.pieces ?? null, item.termsVersion))) continue;
    await placeOrder(order);
    await tellOrder(order, now);
    return orderView(order);
  }
  return refuse('wait_and_repeat');
};

/** Only while there is enough, at the terms that were checked, and while the buyer has what the limit allows for. */
function takePieces(order: StoredOrder, had: number | null, termsVersion: number): Promise<StoredItem | null> {
  const { _id, itemId, personId, pieces, at } = order;
  const buyer = `buyers.${partOf(personId)}`;
  return store.items.changeOne(
    {
      ...{ _id: itemId, state: 'onSale', stock: is.atLeast(pieces), termsVersion },
      ...{ [`${buyer}.pieces`]: had ?? is.absent(), [`${buyer}.orderIds`]: is.not(_id) },
      [`placing.${mostPlacing - 1}`]: is.absent(),
    },
    {
      ...{ stock: by.adding(-pieces), placing: by.appending([order]), placingSince: by.lowering(at) },
      ...{ [`${buyer}.pieces`]: by.adding(pieces), [`${buyer}.orderIds`]: by.appending([_id]) },
      ...(had === null ? { [`${buyer}.returnedIds`]: [] } : {}),
    },
  );
}

/** What this request ordered before, written now if its function was killed before that. */
async function repeated({ placing }: StoredItem, orderId: string, pieces: number, now: Date) {
  const waiting = placing.find(({ _id }) => _id === orderId);
  if (waiting) await placeOrder(waiting);
  const order = (await store.orders.read(orderId)) ?? refuse('wait_and_repeat');
  if (order.pieces !== pieces) return refuse('request_id_reused');
  await tellOrder(order, now);
  return orderView(order);
}
