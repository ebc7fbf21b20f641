import { dayOf } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { DeliveryAddress, Redemption } from '../../../shared/points/model';
import { refuse } from '../../../shared/refusal';
import { type Account, type Movement, movementOf, pendingLimit } from './account';
import { reservationLimit, type StoredGift } from './gift';
import { hasSpendingEnded, type Lots, reversed, type Spending, spendable, spendablePoints, taking } from './lots';
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
  /** What they may spend. */
  spending: Spending;
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
  const { at, seenCostPoints, delivery, spending } = request;
  if (hasSpendingEnded(spending)) refuse('spending_ended');
  if (!gift?.onSale) refuse('gift_not_found');
  const there = spendablePoints(account.lots, spending);
  const standing = standingOf(gift, takenAt(account, gift._id, at), there, dayOf(at));
  if (standing.kind === 'notYet') refuse('gift_sale_not_begun');
  if (standing.kind === 'ended') refuse('gift_sale_ended');
  if (standing.kind === 'soldOut') refuse('gift_sold_out');
  if (standing.kind === 'limitReached') refuse('gift_limit_reached', { limit: standing.limit });
  if (standing.kind === 'short') refuse('points_not_enough', { missing: standing.missing });
  handingFor(gift.handing, delivery);
  if (seenCostPoints !== null && seenCostPoints !== gift.costPoints) refuse('gift_changed');
  if (account.pending.length >= pendingLimit || gift.reservations.length >= reservationLimit) refuse('points_busy');
}

/** The lots that pay a price: what ends first goes first. Null when they do not suffice. */
export function payingLots(account: Account, costPoints: number, spending: Spending): Lots | null {
  return taking(spendable(account.lots, spending), costPoints);
}

/** The debit that pays for a reserved piece, with the redemption it brings about. */
export function redemptionMovement(
  request: RedeemRequest,
  gift: StoredGift,
  token: string,
  lots: Lots,
): RedemptionMovement {
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
    codeId: null,
    codeSeenAt: null,
    codeSeenBy: null,
    pieceReturns: true,
    reservation: token,
    lots,
    closedBy: null,
    returningSince: null,
    tellSince: null,
  };
  const said = {
    key: `${redemptionId}.redeemed.${token}`,
    points: -gift.costPoints,
    lots,
    cause: { kind: 'redemption', redemptionId, giftName: gift.name },
    from: 'person',
    to: 'mall',
    at,
  } as const;
  return { ...movementOf(said), redemption, reservation: token };
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
  const { redemption, reservation } = debit;
  const key = `${redemption._id}.undone.${reservation}`;
  return { ...comingBack(debit.redemption, debit.lots, at), key, undoes: reservation };
}

/** The points of a cancelled redemption on their way back, into the very lots they came from. */
export function refundMovement(redemption: StoredRedemption, at: Instant): Movement {
  return { ...comingBack(redemption, redemption.lots, at), key: refundKeyOf(redemption._id) };
}

function comingBack({ _id: redemptionId, giftName, costPoints }: Redemption, paid: Lots, at: Instant): Movement {
  const cause = { kind: 'redemptionCancelled', redemptionId, giftName } as const;
  return movementOf({ key: '', points: costPoints, lots: reversed(paid), cause, from: 'mall', to: 'person', at });
}

/** The ledger entry by which a refund is recognised. */
export function refundKeyOf(redemptionId: string): string {
  return `${redemptionId}.cancelled`;
}
