import type { Instant } from '../../../shared/kernel/scalar';
import { type Gift, type GiftView, mostSupplied } from '../../../shared/points/model';
import { refuse } from '../../../shared/refusal';

/** Pieces of one gift that may be between shelf and redemption at the same time. */
export const reservationLimit = 2000;

/** Restocking requests that a gift remembers, so that a repeat does not add twice. */
export const rememberedRestocks = 50;

/** Stands for "no limit" where a number has to be compared: more than anybody can redeem. */
const endless = 1_000_000;

/** A piece taken off the shelf for a redemption that is being paid. */
export interface Reservation {
  /** Made anew for each attempt: only this attempt may pay for it, and it leaves the gift exactly once. */
  token: string;
  redemptionId: string;
  personId: string;
  at: Instant;
}

/** What HR says of a new gift. */
export type GiftContent = Pick<Gift, 'name' | 'description' | 'costPoints' | 'perPersonLimit' | 'pictureFileId'> & {
  pieces: number;
};

/** 礼品 as stored. */
export interface StoredGift extends Omit<Gift, 'perPersonLimit'> {
  /** 每人限兑; a number even without a limit, so that a condition can compare it. */
  limitPerPerson: number;
  /** Order of the mall: price, then id. */
  sort: string;
  /** What was asked for when it was added: tells a repeat from another gift under the same request id. */
  added: GiftContent;
  restocks: { requestId: string; pieces: number }[];
  reservations: Reservation[];
  /** Redemptions whose piece is back in stock, until the redemption knows it. */
  returned: string[];
  /** How many have left `returned`. */
  cleared: number;
  /** Whether `reservations` or `returned` may hold something. */
  open: boolean;
}

/** A new gift as it is put on the shelf. `perPersonLimit: null` is no limit. */
export function shelved(gift: Gift): StoredGift {
  const { perPersonLimit, ...rest } = gift;
  return {
    ...rest,
    limitPerPerson: perPersonLimit ?? endless,
    sort: `${String(gift.costPoints).padStart(7, '0')}.${gift._id}`,
    added: contentOf(gift),
    restocks: [],
    reservations: [],
    returned: [],
    cleared: 0,
    open: false,
  };
}

/** 每人限兑 in the words of the model. */
export function perPersonLimitOf(gift: StoredGift): number | null {
  return gift.limitPerPerson >= endless ? null : gift.limitPerPerson;
}

function contentOf({ name, description, costPoints, supplied, perPersonLimit, pictureFileId }: Gift): GiftContent {
  return { name, description, costPoints, pieces: supplied, perPersonLimit, pictureFileId };
}

/** Whether two requests asked for the same gift. */
export function isSameGift(one: GiftContent, other: GiftContent): boolean {
  return (
    one.name === other.name &&
    one.description === other.description &&
    one.costPoints === other.costPoints &&
    one.pieces === other.pieces &&
    one.perPersonLimit === other.perPersonLimit &&
    one.pictureFileId === other.pictureFileId
  );
}

/** A gift as callers see it. */
export function giftView(gift: StoredGift, pictureUrls: ReadonlyMap<string, string>): GiftView {
  const { _id, name, description, costPoints, stock, onSale, pictureFileId } = gift;
  const pictureUrl = pictureFileId === null ? null : (pictureUrls.get(pictureFileId) ?? null);
  return { _id, name, description, costPoints, stock, onSale, perPersonLimit: perPersonLimitOf(gift), pictureUrl };
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
