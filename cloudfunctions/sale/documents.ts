import { createHash } from 'node:crypto';
import type { StoredPicture } from '../../shared/kernel/picture-check';
import type { Id, Instant } from '../../shared/kernel/scalar';
import type { QueuedSaleOrder, SaleTerms, StockedSaleItem } from '../../shared/sale/sale';

/** What one person has of one item. Nothing leaves the lists, so that a repeat is known for good. */
export interface Buyer {
  /** Ordered and not cancelled. */
  pieces: number;
  orderIds: string[];
  /** Of these the pieces are back in stock. */
  returnedIds: string[];
}

export interface ItemPictures {
  pictures: StoredPicture[];
  /** How many it ever had: their numbers are never given again. */
  picturesMade: number;
  /** Who uploaded them, as WeChat's check wants to know. */
  picturesBy: Id;
  /** Goes up with each change of its pictures. */
  picturesVersion: number;
  /** Since when WeChat is to be asked, or files are to be removed; null when that is done. */
  picturesSince: Instant | null;
  droppedFileIds: string[];
}

/** 特卖商品 as stored: stock and buyers in one document, so that one conditional change decides (ADR 0014). */
export interface StoredItem extends Omit<StockedSaleItem, 'pictureUrls' | 'pictureState'>, ItemPictures {
  /** What was asked for when it went up: tells a repeat from another item under the same request. */
  added: { terms: SaleTerms; pieces: number; pictureFileIds: readonly string[] };
  /** Goes up with each change of its terms, so that an order is at terms that stand. */
  termsVersion: number;
  /** The requests that changed it, the latest twenty. */
  changes: string[];
  /** By `partOf` the person. */
  buyers: Record<string, Buyer>;
  /** Orders that are decided and on their way into their own collection. */
  placing: StoredOrder[];
  /** Since when something is on its way; `never` while nothing is. */
  placingSince: Instant;
  /** When it ends, and id: the order of every list. */
  sort: string;
  restocks: { requestId: string; pieces: number }[];
}

/** 特卖订单 as stored. `_id` follows from person, item and request. */
export interface StoredOrder extends QueuedSaleOrder {
  personId: string;
  /** The request that closed it. */
  closedBy: string | null;
  /** Since when its pieces have to go back; null when they are, or stay. */
  returningSince: Instant | null;
  /** Since when its owner has to be told or reminded; null when that is done. */
  tellSince: Instant | null;
  sort: string;
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export const itemIdOf = (requestId: string) => `si-${shortHash(requestId)}`;

export const orderIdOf = (personId: string, itemId: string, requestId: string) =>
  `so-${shortHash(`${personId}:${itemId}:${requestId}`)}`;
