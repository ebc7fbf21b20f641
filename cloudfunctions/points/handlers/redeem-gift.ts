import { setTimeout as wait } from 'node:timers/promises';
import type { OutputOf } from '../../../shared/kernel/contract';
import { dayOf, instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is, type Where } from '../../platform/db';
import { seal } from '../../platform/sealed';
import type { Handler } from '../../platform/serve';
import { bookable, booking } from '../books/booking';
import { redemptionIdOf } from '../books/redemption-id';
import { countTaken } from '../count-taken';
import { giveBackPiece, releasePiece } from '../jobs/give-back-piece';
import { undoDebit } from '../jobs/undo-debit';
import { type Account, openAccount, rememberedRequests } from '../rules/account';
import { type Reservation, reservationLimit, type StoredGift, termsOf } from '../rules/gift';
import { spendablePoints } from '../rules/lots';
import {
  checkRedeemable,
  earlierRedemption,
  payingLots,
  type RedeemRequest,
  type RedemptionMovement,
  redemptionMovement,
  rememberedRedemption,
} from '../rules/redeem-gift';
import { addressPlace, handingsWith, redemptionView } from '../rules/redemption';
import { takenAt, takenPaths } from '../rules/taken';
import { spendingOf } from '../spending';
import { accounts, gifts, redemptions } from '../store';

type Redeemed = OutputOf<PointsContract['redeemGift']>;

/** The conditions may be overtaken by others: how often to look again before saying so. */
const tries = 4;
/** Long enough for a twin of this request to get from its reservation to its debit. */
const twinMillis = 100;
/** A reservation older than this has lost its function, whose timeout is 20 s. */
const lostAfterMillis = 30_000;

/**
 * 兑换: takes a piece off the shelf, pays for it, writes the redemption. Each step is one conditional update that holds
 * the intent for the next (docs/adr/0003-conditional-updates-and-intents.md).
 */
export const redeemGift: Handler<PointsContract['redeemGift']> = async (
  { giftId, seenCostPoints, delivery, requestId },
  { caller, now, traceId },
) => {
  const { personId, name, branchId } = personOf(caller);
  const redemptionId = redemptionIdOf(personId, requestId);
  const at = instant(now);
  const request: RedeemRequest = {
    ...{ personId, personName: name, branchId, giftId, requestId, redemptionId, delivery, at },
    sealedAddress: delivery && seal(JSON.stringify(delivery), addressPlace(redemptionId)),
    seenCostPoints: seenCostPoints ?? null,
    spending: await spendingOf(caller, now),
  };
  let hindered: 'gift_changed' | 'points_busy' = 'gift_changed';
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const outcome = await attemptRedemption(request, `${traceId}.${attempt}`);
    if (typeof outcome !== 'string') return outcome;
    hindered = outcome;
    if (outcome === 'points_busy') await wait(twinMillis);
  }
  return refuse(hindered);
};

/** One attempt under a token of its own: what was redeemed, or why to look again. Refuses by throwing. */
async function attemptRedemption(
  request: RedeemRequest,
  token: string,
): Promise<Redeemed | 'gift_changed' | 'points_busy'> {
  const account = (await accounts.read(request.personId)) ?? openAccount(request.personId);
  const earlier = earlierRedemption(account, request);
  if (earlier) return { redemption: earlier, balance: leftOf(account, request) };

  const gift = await reservePiece(request, account, token);
  if (!gift) return explainNoPiece(request, account);

  const lots = payingLots(account, gift.costPoints, request.spending);
  if (!lots) throw new Error(`${giftIdOf(gift)} was reserved for more than the account can pay`);
  const movement = redemptionMovement(request, gift, token, lots);
  const paid = await pay(account, gift, movement);
  return paid ? await book(paid, movement, request) : await stepBack(request, gift, movement);
}

const giftIdOf = ({ _id }: StoredGift) => _id;

/** 可用积分 of the buyer. */
const leftOf = (account: Account, { spending }: RedeemRequest) => spendablePoints(account.lots, spending);

/** Only a piece that this account can afford and may still have. Returns the gift with its true price. */
async function reservePiece(request: RedeemRequest, account: Account, token: string): Promise<StoredGift | null> {
  const { personId, giftId, redemptionId, delivery, seenCostPoints, at } = request;
  const taken = takenAt(account, giftId, at);
  const today = dayOf(at);
  const there = leftOf(account, request);
  if (seenCostPoints !== null && seenCostPoints > there) return null;
  const reservation: Reservation = { token, redemptionId, personId, at };
  return gifts.changeOne(
    {
      _id: giftId,
      onSale: true,
      stock: is.atLeast(1),
      costPoints: seenCostPoints ?? is.atMost(there),
      limitPerPerson: is.above(taken.person),
      limitPerMonth: is.above(taken.month),
      limitPerYear: is.above(taken.year),
      sellsFrom: is.atMost(today),
      sellsUntil: is.atLeast(today),
      handing: is.among(handingsWith(delivery)),
      'reservations.redemptionId': is.not(redemptionId),
      [`reservations.${reservationLimit - 1}`]: is.absent(),
    },
    { stock: by.adding(-1), reservations: by.appending([reservation]), open: true },
  );
}

/** Why no piece could be reserved. A twin of this request that is on its way is looked for again. */
async function explainNoPiece(
  request: RedeemRequest,
  account: Account,
): Promise<Redeemed | 'gift_changed' | 'points_busy'> {
  const gift = await gifts.read(request.giftId);
  const twin = gift?.reservations.find((reservation) => reservation.redemptionId === request.redemptionId);
  if (!gift || !twin) {
    checkRedeemable(account, gift, request);
    return 'gift_changed';
  }
  const payer = await accounts.read(request.personId);
  const earlier = payer && earlierRedemption(payer, request);
  if (earlier) return { redemption: earlier, balance: leftOf(payer, request) };
  const isLost = Date.parse(request.at) - Date.parse(twin.at) > lostAfterMillis;
  if (!isLost) return 'points_busy';
  const redemption = await redemptions.read(request.redemptionId);
  const isBack = await giveBackPiece(gift._id, twin, { account: payer, redemption });
  return isBack ? 'gift_changed' : 'points_busy';
}

function pay(account: Account, gift: StoredGift, movement: RedemptionMovement): Promise<Account | null> {
  return accounts.changeOne(
    {
      _id: account._id,
      fence: account.fence,
      ...bookable([movement]),
      ...withinLimits(account, gift, movement.at),
      'recent.requestId': is.not(movement.redemption.requestId),
    },
    {
      ...booking([movement]),
      ...countTaken(movement.redemption, 1),
      recent: by.appending([rememberedRedemption(movement)], rememberedRequests),
    },
  );
}

/**
 * Nobody has more than the limits, whatever happened since the account was read. A comparison does not match a missing
 * field, so nothing taken yet is said as such; a lost race is repeated.
 */
function withinLimits(account: Account, gift: StoredGift, at: Instant): Where {
  const limits = termsOf(gift);
  const taken = takenAt(account, gift._id, at);
  const paths = takenPaths(gift._id, at);
  const within = (path: string, limit: number | null, count: number) =>
    limit === null ? {} : { [path]: count > 0 ? is.below(limit) : is.among([0, null]) };
  return {
    ...within(paths.person, limits.perPersonLimit, taken.person),
    ...within(paths.month, limits.monthlyLimit, taken.month),
    ...within(paths.year, limits.yearlyLimit, taken.year),
  };
}

/** The debit is done and cannot get lost any more: writes what follows from it. */
async function book(account: Account, movement: RedemptionMovement, request: RedeemRequest): Promise<Redeemed> {
  const { redemption, reservation } = movement;
  const isFirst = await redemptions.insert(redemption);
  const written = isFirst ? redemption : await redemptions.read(redemption._id);
  if (written && written.reservation !== reservation) {
    await undoDebit(movement, redemption.at);
    await releasePiece(redemption.giftId, reservation);
    if (written.giftId !== redemption.giftId) refuse('request_id_reused');
    return { redemption: redemptionView(written), balance: leftOf(account, request) - movement.points };
  }
  return { redemption: redemptionView(redemption), balance: leftOf(account, request) };
}

/** The account did not pay: something about it changed since it was read. */
async function stepBack(
  request: RedeemRequest,
  gift: StoredGift,
  movement: RedemptionMovement,
): Promise<Redeemed | 'gift_changed'> {
  const account = (await accounts.read(request.personId)) ?? openAccount(request.personId);
  const isPaid = account.pending.some(({ reservation }) => reservation === movement.reservation);
  if (isPaid) return book(account, movement, request);
  await releasePiece(gift._id, movement.reservation);
  const earlier = earlierRedemption(account, request);
  if (earlier) return { redemption: earlier, balance: leftOf(account, request) };
  checkRedeemable(account, { ...gift, stock: gift.stock + 1 }, request);
  return 'gift_changed';
}
