import { dayOf } from '../../../shared/kernel/day';
import { partOf } from '../../../shared/kernel/places';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import { type SaleItem, type SaleTerms, type StockedSaleItem, saleLimits } from '../../../shared/sale/sale';
import type { Buyer, StoredItem } from '../documents';

/** Later than any moment that is compared with it. */
export const never = '9999-12-31T23:59:59.999Z';

/** What lists read: not the buyers, who may be thousands. */
export const listedFields = [
  ...(['name', 'about', 'priceFen', 'perPersonLimit', 'opensAt', 'closesAt', 'cancelUntil'] as const),
  ...(['pickUpOn', 'pickUpPlace', 'payment', 'stock', 'supplied', 'state', 'sort'] as const),
] as const;
export type ListedItem = Pick<StoredItem, '_id' | (typeof listedFields)[number]>;

/** Refuses a window that is none, cancelling after it is handed out, and handing out before anybody can order. */
export function checkTerms({ opensAt, closesAt, cancelUntil, pickUpOn }: SaleTerms): void {
  const isWindow = opensAt < closesAt;
  const isBefore = opensAt <= cancelUntil && dayOf(cancelUntil) <= pickUpOn;
  if (!isWindow || !isBefore || pickUpOn < dayOf(opensAt)) refuse('sale_times_wrong');
}

export function newItem(_id: string, terms: SaleTerms, pieces: number): StoredItem {
  return {
    ...{ _id, ...terms, stock: pieces, supplied: pieces, state: 'onSale' },
    ...{ buyers: {}, placing: [], placingSince: never, sort: `${terms.closesAt}.${_id}`, restocks: [] },
  };
}

/** Whether what stands is what was asked for; what was sold and restocked since does not matter. */
export const isSameItem = (item: StoredItem, terms: SaleTerms, pieces: number) =>
  (Object.keys(terms) as (keyof SaleTerms)[]).every((field) => item[field] === terms[field]) &&
  item.supplied - item.restocks.reduce((sum, restock) => sum + restock.pieces, 0) === pieces;

export const buyerOf = ({ buyers }: StoredItem, personId: string): Buyer | null => {
  const part = partOf(personId);
  return Object.hasOwn(buyers, part) ? (buyers[part] ?? null) : null;
};

/** Refuses what cannot be ordered now, in this number, by this person. */
export function checkOrderable(item: StoredItem, buyer: Buyer | null, pieces: number, at: Instant): void {
  if (item.state !== 'onSale') refuse('sale_item_not_found');
  if (at < item.opensAt || at >= item.closesAt) refuse('sale_not_open');
  const left = item.perPersonLimit - (buyer?.pieces ?? 0);
  if (pieces > left) refuse('sale_limit_reached', { limit: item.perPersonLimit, left });
  if ((buyer?.orderIds.length ?? 0) >= saleLimits.ordersEach) refuse('sale_orders_full');
  if (pieces > item.stock) refuse('sale_sold_out', { left: item.stock });
}

export function itemView(item: ListedItem): SaleItem {
  const { _id, name, about, priceFen, perPersonLimit, opensAt, closesAt, cancelUntil, stock } = item;
  const { pickUpOn, pickUpPlace, payment } = item;
  return {
    ...{ _id, name, about, priceFen, perPersonLimit, opensAt, closesAt, cancelUntil, stock },
    ...{ pickUpOn, pickUpPlace, payment },
  };
}

export const stockedView = (item: ListedItem): StockedSaleItem => ({
  ...itemView(item),
  ...{ supplied: item.supplied, state: item.state },
});
