import type { Day, Instant } from '../../../shared/kernel/scalar';
import {
  type Gift,
  type GiftTerms,
  type GiftView,
  mostSupplied,
  type PriceChange,
  type ShelfGift,
} from '../../../shared/points/model';
import { refuse } from '../../../shared/refusal';

/** Pieces of one gift that may be between shelf and redemption at the same time. */
export const reservationLimit = 2000;

/** Restocking requests that a gift remembers, so that a repeat does not add twice. */
export const rememberedRestocks = 50;

/** Prices and plans of prices that a gift remembers. */
export const rememberedPrices = 50;
export const rememberedPlans = 20;

/** Stands for "no limit" where a number has to be compared: more than anybody can redeem. */
const endless = 1_000_000;
/** Stand for "always" where days have to be compared. */
const sinceEver = '1900-01-01';
const forEver = '2199-12-31';

/** A piece taken off the shelf for a redemption that is being paid. */
export interface Reservation {
  /** Made anew for each attempt: only this attempt may pay for it, and it leaves the gift exactly once. */
  token: string;
  redemptionId: string;
  personId: string;
  at: Instant;
}

/** Codes of one request on their way in. */
export interface Loading {
  requestId: string;
  batch: string;
  at: Instant;
}

/** What HR says of a gift, besides how many pieces there are. */
export type GiftContent = Pick<Gift, 'name' | 'description' | 'valueFen'> & GiftTerms;

/** What HR says of a new gift. */
export type AddedGift = GiftContent & Pick<Gift, 'costPoints' | 'pictureFileId'> & { pieces: number };

/** 礼品 as stored. Terms are numbers and days even without a limit, so that one condition can compare them. */
export interface StoredGift extends Omit<Gift, Exclude<keyof GiftTerms, 'category' | 'handing'>> {
  limitPerPerson: number;
  limitPerMonth: number;
  limitPerYear: number;
  sellsFrom: Day;
  sellsUntil: Day;
  /** The day of `nextPrice`: what the sweep looks for. */
  priceChangesOn: Day | null;
  /** Why `nextPrice` is planned, and by whom. */
  priceReason: string;
  priceChangedBy: string;
  /** Latest last, at most 50. */
  prices: (PriceChange & { changedBy: string })[];
  /** The latest 20 requests that planned a price, so that a repeat does nothing. */
  planRequests: string[];
  /** Order of the mall: price, then id. */
  sort: string;
  /** What was asked for when it was added: tells a repeat from another gift under the same request id. */
  added: AddedGift;
  restocks: { requestId: string; pieces: number }[];
  reservations: Reservation[];
  /** Redemptions whose piece is back in stock, until the redemption knows it. */
  returned: string[];
  /** Requests whose codes are coming in and do not count yet. */
  loading: Loading[];
  /** How many have left `returned`. */
  cleared: number;
  /** Whether `reservations`, `returned` or `loading` may hold something. */
  open: boolean;
}

/** The terms of a gift of which nothing else was said. */
const plainTerms = {
  category: 'other',
  handing: 'pickUp',
  perPersonLimit: null,
  monthlyLimit: null,
  yearlyLimit: null,
  saleFrom: null,
  saleUntil: null,
  valueFen: 0,
  nextPrice: null,
} as const;

/** What has to be said of a gift before it can be put on the shelf. */
export type NewGift = Omit<Gift, keyof typeof plainTerms> & Partial<Gift>;

/** Where a gift of this price stands in the mall. */
export const mallOrderOf = (giftId: string, costPoints: number) => `${String(costPoints).padStart(7, '0')}.${giftId}`;

/** The last day of a sale is not before its first. */
export function checkSaleDays({ saleFrom, saleUntil }: Pick<GiftTerms, 'saleFrom' | 'saleUntil'>): void {
  if (saleFrom !== null && saleUntil !== null && saleUntil < saleFrom) refuse('gift_sale_days_reversed');
}

/** The terms as they are compared. */
export function storedTerms(terms: GiftTerms) {
  return {
    category: terms.category,
    handing: terms.handing,
    limitPerPerson: terms.perPersonLimit ?? endless,
    limitPerMonth: terms.monthlyLimit ?? endless,
    limitPerYear: terms.yearlyLimit ?? endless,
    sellsFrom: terms.saleFrom ?? sinceEver,
    sellsUntil: terms.saleUntil ?? forEver,
  };
}

/** A new gift as it is put on the shelf. */
export function shelved(gift: NewGift): StoredGift {
  const whole: Gift = { ...plainTerms, ...gift };
  const { perPersonLimit, monthlyLimit, yearlyLimit, saleFrom, saleUntil, ...rest } = whole;
  return {
    ...rest,
    ...storedTerms(whole),
    priceChangesOn: null,
    priceReason: '',
    priceChangedBy: '',
    prices: [],
    planRequests: [],
    sort: mallOrderOf(gift._id, gift.costPoints),
    added: {
      ...contentOf(whole),
      costPoints: whole.costPoints,
      pictureFileId: whole.pictureFileId,
      pieces: whole.supplied,
    },
    restocks: [],
    reservations: [],
    returned: [],
    loading: [],
    cleared: 0,
    open: false,
  };
}

const limitIn = (limit: number) => (limit >= endless ? null : limit);

/** 每人限兑 in the words of the model. */
export function perPersonLimitOf(gift: Pick<StoredGift, 'limitPerPerson'>): number | null {
  return limitIn(gift.limitPerPerson);
}

/** The terms in the words of the model. */
export function termsOf(gift: ListedGift): GiftTerms {
  return {
    category: gift.category,
    handing: gift.handing,
    perPersonLimit: limitIn(gift.limitPerPerson),
    monthlyLimit: limitIn(gift.limitPerMonth),
    yearlyLimit: limitIn(gift.limitPerYear),
    saleFrom: gift.sellsFrom === sinceEver ? null : gift.sellsFrom,
    saleUntil: gift.sellsUntil === forEver ? null : gift.sellsUntil,
  };
}

function contentOf({ name, description, valueFen, ...gift }: Gift): GiftContent {
  const { category, handing, perPersonLimit, monthlyLimit, yearlyLimit, saleFrom, saleUntil } = gift;
  return {
    ...{ name, description, valueFen, category, handing },
    ...{ perPersonLimit, monthlyLimit, yearlyLimit, saleFrom, saleUntil },
  };
}

/** Whether two requests asked for the same gift. */
export function isSameGift(one: AddedGift, other: AddedGift): boolean {
  return (Object.keys(one) as (keyof AddedGift)[]).every((field) => one[field] === other[field]);
}

/** What lists read of a gift: not its reservations, which may be thousands. */
export const listedFields = [
  'name',
  'description',
  'category',
  'handing',
  'costPoints',
  'nextPrice',
  'valueFen',
  'stock',
  'supplied',
  'limitPerPerson',
  'limitPerMonth',
  'limitPerYear',
  'sellsFrom',
  'sellsUntil',
  'pictureFileId',
  'onSale',
  'sort',
] as const;
export type ListedGift = Pick<StoredGift, '_id' | (typeof listedFields)[number]>;

/** A gift as callers see it. */
export function giftView(gift: ListedGift, pictureUrls: ReadonlyMap<string, string>): GiftView {
  const { _id, name, description, costPoints, nextPrice, stock, onSale, pictureFileId } = gift;
  const pictureUrl = pictureFileId === null ? null : (pictureUrls.get(pictureFileId) ?? null);
  return { _id, name, description, costPoints, nextPrice, stock, onSale, pictureUrl, ...termsOf(gift) };
}

/** A gift as HR sees it. */
export function shelfView(gift: ListedGift, pictureUrls: ReadonlyMap<string, string>): ShelfGift {
  return { ...giftView(gift, pictureUrls), valueFen: gift.valueFen, supplied: gift.supplied };
}

/** 补货: how much may have been supplied before, so that these pieces still fit. */
export function mostSuppliedBefore(pieces: number): number {
  return mostSupplied - pieces;
}

/** Passes for the repeat of a restocking that was done; refuses everything else that could not be done. */
export function answersRestock(gift: StoredGift, requestId: string, pieces: number): void {
  const earlier = gift.restocks.find((restock) => restock.requestId === requestId);
  if (!earlier) refuse('gift_stock_full');
  if (earlier.pieces !== pieces) refuse('request_id_reused');
}
