import type { Instant } from '../../../shared/kernel/scalar';
import type { DeliveryAddress, GiftHanding, Redemption, RedemptionHanding } from '../../../shared/points/model';
import { refuse } from '../../../shared/refusal';
import type { Lots } from './lots';

/** 兑换单 as stored. */
export interface StoredRedemption extends Redemption {
  /** Order of the lists: `<at>.<_id>`. */
  sort: string;
  requestId: string;
  /** The gift's value when it was redeemed: what payroll has to know. */
  valueFen: number;
  /** Where it goes, sealed; null when it is not sent, and as soon as the redemption is closed. */
  sealedAddress: string | null;
  /** Who looked at the address, the latest 20. */
  addressLooks: { personId: string; requestId: string; at: Instant }[];
  /** The code that it was given, by which request; null before it was looked at. */
  codeId: string | null;
  codeSeenBy: string | null;
  /** Whether the piece goes back to the shelf together with the points. */
  pieceReturns: boolean;
  /** The reserved piece that was paid for: it tells this redemption from a much later replay of the same request. */
  reservation: string;
  /** The lots that paid, negative: what is refunded goes back into them. */
  lots: Lots;
  /** The request that fulfilled or cancelled it. */
  closedBy: string | null;
  /** Since when points and piece are on their way back; null when nothing is. */
  returningSince: Instant | null;
  /** Since when its person is to be told how it ended; null when they know, or there is nothing to tell. */
  tellSince: Instant | null;
}

/** What callers see of a stored redemption. */
export function redemptionView(stored: StoredRedemption): Redemption {
  const { sort, requestId, valueFen, sealedAddress, addressLooks, pieceReturns, ...more } = stored;
  const { codeId, codeSeenBy, reservation, lots, closedBy, returningSince, tellSince, ...redemption } = more;
  return redemption;
}

/** Looks at an address that a redemption remembers. */
export const rememberedLooks = 20;

/** The field in which an address is sealed; it opens only there. */
export const addressPlace = (redemptionId: string) => ({
  collection: 'redemptions',
  id: redemptionId,
  field: 'sealedAddress',
});

/** Which gifts may be asked for with or without an address. */
export const handingsWith = (delivery: DeliveryAddress | null): readonly GiftHanding[] =>
  delivery ? ['delivery', 'either'] : ['pickUp', 'either', 'code'];

/** How a gift is handed over to somebody who gave an address, or none. */
export function handingFor(handing: GiftHanding, delivery: DeliveryAddress | null): RedemptionHanding {
  if (delivery) return handing === 'delivery' || handing === 'either' ? 'delivery' : refuse('delivery_not_offered');
  if (handing === 'delivery') return refuse('delivery_address_wanted');
  return handing === 'either' ? 'pickUp' : handing;
}

/** Handed over: the address has done its duty. */
export function fulfilment(requestId: string, at: Instant) {
  return { state: 'fulfilled', closedAt: at, closedBy: requestId, sealedAddress: null, tellSince: at } as const;
}

/** 退回: what was handed over is given up again; the piece goes back to the shelf only if it can be used again. */
export function refund(reason: string, requestId: string, pieceReturns: boolean, at: Instant) {
  return {
    state: 'refunded',
    cancelReason: reason,
    closedAt: at,
    closedBy: requestId,
    pieceReturns,
    returningSince: at,
    tellSince: at,
  } as const;
}

/** Cancelled by this request, with the intent to bring back points and piece in the same stroke. */
export function cancellation(reason: string, requestId: string, at: Instant) {
  return {
    state: 'cancelled',
    cancelReason: reason,
    closedAt: at,
    closedBy: requestId,
    sealedAddress: null,
    pieceReturns: true,
    returningSince: at,
    tellSince: at,
  } as const;
}
