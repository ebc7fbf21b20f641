import { dayOf } from '../../../shared/kernel/day';
import { stateOfChecks, uncheckedPictures } from '../../../shared/kernel/picture-check';
import { partOf } from '../../../shared/kernel/places';
import type { Id, Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import { type SaleItem, type SaleTerms, type StockedSaleItem, saleLimits } from '../../../shared/sale/sale';
import type { Buyer, StoredItem } from '../documents';

/** Later than any moment that is compared with it. */
export const never = '9999-12-31T23:59:59.999Z';

/** What lists read: not the buyers, who may be thousands. */
export const listedFields = [
  ...(['name', 'about', 'priceFen', 'perPersonLimit', 'opensAt', 'closesAt', 'cancelUntil'] as const),
  ...(['pickUpOn', 'pickUpPlace', 'payment', 'stock', 'supplied', 'state', 'sort', 'pictures'] as const),
] as const;
export type ListedItem = Pick<StoredItem, '_id' | (typeof listedFields)[number]>;

/** Refuses a window that is none, cancelling after it is handed out, and handing out before anybody can order. */
export function checkTerms({ opensAt, closesAt, cancelUntil, pickUpOn }: SaleTerms): void {
  const isWindow = opensAt < closesAt;
  const isBefore = opensAt <= cancelUntil && dayOf(cancelUntil) <= pickUpOn;
  if (!isWindow || !isBefore || pickUpOn < dayOf(opensAt)) refuse('sale_times_wrong');
}

/** The order of every list: when it ends, and id. */
export const sortOf = (itemId: Id, { closesAt }: SaleTerms) => `${closesAt}.${itemId}`;

export interface AddedItem {
  terms: SaleTerms;
  pieces: number;
  pictureFileIds: readonly string[];
}

export function newItem(_id: string, added: AddedItem, { personId, at }: { personId: Id; at: Instant }): StoredItem {
  const { terms, pieces, pictureFileIds } = added;
  const pictures = uncheckedPictures(pictureFileIds);
  return {
    ...{ added, termsVersion: 0, changes: [], pictures, picturesMade: pictures.length, picturesBy: personId },
    ...{ picturesVersion: 0, picturesSince: pictures.length > 0 ? at : null, droppedFileIds: [] },
    ...{ _id, ...terms, stock: pieces, supplied: pieces, state: 'onSale' },
    ...{ buyers: {}, placing: [], placingSince: never, sort: sortOf(_id, terms), restocks: [] },
  };
}

/** Whether it was asked for in the same words; what became of it since does not matter. */
export const isSameItem = ({ added }: StoredItem, asked: AddedItem) =>
  added.pieces === asked.pieces &&
  String(added.pictureFileIds) === String(asked.pictureFileIds) &&
  isSameTerms(added.terms, asked.terms);

const isSameTerms = (one: SaleTerms, other: SaleTerms) =>
  (Object.keys(one) as (keyof SaleTerms)[]).every((field) => one[field] === other[field]);

export const buyerOf = ({ buyers }: StoredItem, personId: string): Buyer | null => {
  const part = partOf(personId);
  return Object.hasOwn(buyers, part) ? (buyers[part] ?? null) : null;
};

/** Refuses what cannot be ordered now, in this number, by this person, or no longer at this price. */
export function checkOrderable(
  item: StoredItem,
  buyer: Buyer | null,
  { pieces, priceFen }: { pieces: number; priceFen: number },
  at: Instant,
): void {
  if (item.state !== 'onSale') refuse('sale_item_not_found');
  if (at < item.opensAt || at >= item.closesAt) refuse('sale_not_open');
  const left = item.perPersonLimit - (buyer?.pieces ?? 0);
  if (pieces > left) refuse('sale_limit_reached', { limit: item.perPersonLimit, left });
  if ((buyer?.orderIds.length ?? 0) >= saleLimits.ordersEach) refuse('sale_orders_full');
  if (priceFen !== item.priceFen) refuse('sale_price_changed');
  if (pieces > item.stock) refuse('sale_sold_out', { left: item.stock });
}

type Addresses = ReadonlyMap<string, string>;

/** Nothing is shown to colleagues before it was found harmless. */
export function itemView(item: ListedItem, urls: Addresses): SaleItem {
  const { _id, name, about, priceFen, perPersonLimit, opensAt, closesAt, cancelUntil, stock } = item;
  const { pickUpOn, pickUpPlace, payment, pictures } = item;
  const pictureUrls = pictures.flatMap(({ fileId, check }) => (check === 'pass' ? (urls.get(fileId) ?? []) : []));
  return {
    ...{ _id, name, about, priceFen, perPersonLimit, opensAt, closesAt, cancelUntil, stock },
    ...{ pickUpOn, pickUpPlace, payment, pictureUrls },
  };
}

export const stockedView = (item: ListedItem, urls: Addresses): StockedSaleItem => ({
  ...itemView(item, urls),
  ...{
    supplied: item.supplied,
    state: item.state,
    pictureState: stateOfChecks(item.pictures.map(({ check }) => check)),
  },
  pictureUrls: item.pictures.flatMap(({ fileId }) => urls.get(fileId) ?? []),
});
