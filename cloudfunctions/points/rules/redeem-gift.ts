import { dayOf } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { DeliveryAddress, Redemption } from '../../../shared/points/model';
import { refuse } from '../../../shared/refusal';
import { type Account, type Movement, pendingLimit } from './account';
import { reservationLimit, type StoredGift } from './gift';
import { handingFor, redemptionView, type StoredRedemption } from './redemption';
import { standingOf } from './standing';
import { takenAt } from './taken';

/** Who redeems what, by which request. */
export interface RedeemRequest {
  personId: string;
  personName: string;
  branchId: string;
  giftId: string;
  requestId: string;
  /** Follows from person and request id. */
  redemptionId: string;
  /** Where it shall be sent, and the same sealed; null when the person comes for it. */
  delivery: DeliveryAddress | null;
  sealedAddress: string | null;
  /** The price that the person was shown; null when they were shown none. */
  seenCostPoints: number | null;
  at: Instant;
}

/** Of a request for a gift that the person comes for. */
export const askedPlainly = { delivery: null, sealedAddress: null, seenCostPoints: null } as const;

/** What an earlier arrival of the same request came to, if there was one. Refuses an id used for another thing. */
export function earlierRedemption(account: Account, { giftId, requestId }: RedeemRequest): Redemption | null {
  const remembered = account.recent.find((request) => request.requestId === requestId);
  const undone = new Set(account.pending.map(({ undoes }) => undoes));
  const pending = account.pending.find(
    ({ redemption, reservation }) => redemption?.requestId === requestId && !undone.has(reservation),
  );
  if (!remembered && pending?.redemption) return sameGift(redemptionView(pending.redemption), giftId);
  if (!remembered) return null;
  return remembered.call === 'redeemGift' ? sameGift(remembered.redemption, giftId) : refuse('request_id_reused');
}

const sameGift = (redemption: Redemption, giftId: string) =>
  redemption.giftId === giftId ? redemption : refuse('request_id_reused');

/** Says why this account cannot have this gift now. Returns when nothing stands against it. */
export function checkRedeemable(account: Account, gift: StoredGift | null, request: RedeemRequest): void {
  if (!gift?.onSale) refuse('gift_not_found');
  const { at, seenCostPoints, delivery } = request;
  const standing = standingOf(gift, takenAt(account, gift._id, at), account.balance, dayOf(at));
  if (standing.kind === 'notYet') refuse('gift_sale_not_begun');
  if (standing.kind === 'ended') refuse('gift_sale_ended');
  if (standing.kind === 'soldOut') refuse('gift_sold_out');
  if (standing.kind === 'limitReached') refuse('gift_limit_reached', { limit: standing.limit });
  if (standing.kind === 'short') refuse('points_not_enough', { missing: standing.missing });
  handingFor(gift.handing, delivery);
  if (seenCostPoints !== null && seenCostPoints !== gift.costPoints) refuse('gift_changed');
  if (account.pending.length >= pendingLimit || gift.reservations.length >= reservationLimit) refuse('points_busy');
}

/** The debit that pays for a reserved piece, with the redemption it brings about. */
export function redemptionMovement(request: RedeemRequest, gift: StoredGift, token: string): RedemptionMovement {
  const { personId, personName, branchId, giftId, requestId, redemptionId, delivery, sealedAddress, at } = request;
  const redemption: StoredRedemption = {
    _id: redemptionId,
    personId,
    personName,
    branchId,
    giftId,
    giftName: gift.name,
    costPoints: gift.costPoints,
    handing: handingFor(gift.handing, delivery),
    state: 'reserved',
    cancelReason: null,
    at,
    closedAt: null,
    sort: `${at}.${redemptionId}`,
    requestId,
    valueFen: gift.valueFen,
    sealedAddress,
    addressLooks: [],
    pieceReturns: true,
    reservation: token,
    closedBy: null,
    returningSince: null,
  };
  return {
    key: `${redemptionId}.redeemed.${token}`,
    points: -gift.costPoints,
    cause: { kind: 'redemption', redemptionId, giftName: gift.name },
    at,
    redemption,
    reservation: token,
    undoes: null,
  };
}

/** A movement that certainly brings a redemption about. */
export type RedemptionMovement = Movement & { redemption: StoredRedemption; reservation: string };

/** What the account remembers of it. */
export function rememberedRedemption(movement: RedemptionMovement) {
  const { requestId } = movement.redemption;
  return { requestId, call: 'redeemGift', redemption: redemptionView(movement.redemption) } as const;
}

/**
 * Takes a debit back whose redemption was written long ago: the request is a replay older than the account's memory.
 * The debit stays in the ledger, this stands beside it.
 */
export function undoneDebit(debit: RedemptionMovement, at: Instant): Movement {
  const { _id: redemptionId, giftName, costPoints } = debit.redemption;
  return {
    key: `${redemptionId}.undone.${debit.reservation}`,
    points: costPoints,
    cause: { kind: 'redemptionCancelled', redemptionId, giftName },
    at,
    redemption: null,
    reservation: null,
    undoes: debit.reservation,
  };
}

/** The points of a cancelled redemption on their way back. */
export function refundMovement({ _id: redemptionId, giftName, costPoints }: Redemption, at: Instant): Movement {
  return {
    key: refundKeyOf(redemptionId),
    points: costPoints,
    cause: { kind: 'redemptionCancelled', redemptionId, giftName },
    at,
    redemption: null,
    reservation: null,
    undoes: null,
  };
}

/** The ledger entry by which a refund is recognised. */
export function refundKeyOf(redemptionId: string): string {
  return `${redemptionId}.cancelled`;
}
