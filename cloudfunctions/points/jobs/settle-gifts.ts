import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import type { Reservation, StoredGift } from '../rules/gift';
import { accounts, gifts, redemptions } from '../store';
import { finishLoading } from './finish-loading';
import { giveBackPiece } from './give-back-piece';

const giftsAtOnce = 100;
const pages = 10;
/** Reservations of one gift that are looked at together, and returned pieces likewise. */
const piecesAtOnce = 200;

/** Lets reservations go whose redemption is written, gives back those that were left behind. */
export async function settleGifts(cutoff: Instant): Promise<{ handedOver: number; givenBack: number }> {
  const counts = { handedOver: 0, givenBack: 0 };
  let after = '';
  for (let page = 0; page < pages; page += 1) {
    const open = await gifts.list({
      where: { open: true, _id: is.above(after) },
      sortedBy: '_id',
      limit: giftsAtOnce,
    });
    for (const gift of open) {
      const { handedOver, givenBack } = await settleReservations(gift, cutoff);
      await forgetReturned(gift);
      for (const { batch } of gift.loading.filter(isLeftBehind(cutoff))) await finishLoading(gift._id, batch);
      await closeWhenEmpty(gift, cutoff);
      counts.handedOver += handedOver;
      counts.givenBack += givenBack;
    }
    const last = open.at(-1);
    if (!last || open.length < giftsAtOnce) break;
    after = last._id;
  }
  return counts;
}

const isLeftBehind =
  (cutoff: Instant) =>
  ({ at }: Pick<Reservation, 'at'>) =>
    at <= cutoff;

async function settleReservations(gift: StoredGift, cutoff: Instant) {
  const counts = { handedOver: 0, givenBack: 0 };
  const left = gift.reservations.filter(isLeftBehind(cutoff));
  for (let start = 0; start < left.length; start += piecesAtOnce) {
    const { handedOver, givenBack } = await settleSome(gift, left.slice(start, start + piecesAtOnce));
    counts.handedOver += handedOver;
    counts.givenBack += givenBack;
  }
  return counts;
}

async function settleSome(gift: StoredGift, left: readonly Reservation[]) {
  const personIds = [...new Set(left.map(({ personId }) => personId))];
  const payers = await accounts.list({ where: { _id: is.among(personIds) }, limit: piecesAtOnce });
  const ids = [...new Set(left.map(({ redemptionId }) => redemptionId))];
  const written = await redemptions.list({ where: { _id: is.among(ids) }, limit: piecesAtOnce });

  const handedOver = left.filter(({ token }) => written.some(({ reservation }) => reservation === token));
  if (handedOver.length > 0) {
    // The SDK translates no operator inside a pull: this goes to the database as it is.
    const tokens = { token: { $in: handedOver.map(({ token }) => token) } };
    await gifts.changeOne({ _id: gift._id }, { reservations: by.pulling(tokens) });
  }
  let givenBack = 0;
  for (const reservation of left) {
    const account = payers.find(({ _id }) => _id === reservation.personId) ?? null;
    const redemption = written.find(({ _id }) => _id === reservation.redemptionId) ?? null;
    if (await giveBackPiece(gift._id, reservation, { account, redemption })) givenBack += 1;
  }
  return { handedOver: handedOver.length, givenBack };
}

/** A returned piece is remembered until its redemption knows that it is back. */
async function forgetReturned(gift: StoredGift): Promise<void> {
  const done: string[] = [];
  for (let start = 0; start < gift.returned.length; start += piecesAtOnce) {
    const ids = gift.returned.slice(start, start + piecesAtOnce);
    const known = await redemptions.list({ where: { _id: is.among(ids) }, limit: piecesAtOnce });
    done.push(...known.filter(({ returningSince }) => returningSince === null).map(({ _id }) => _id));
  }
  if (done.length === 0) return;
  await gifts.changeOne(
    { _id: gift._id, cleared: gift.cleared },
    { returned: by.pullingAll(done), cleared: by.adding(done.length) },
  );
}

/** Takes the gift off the sweep's list, unless something came in meanwhile. */
async function closeWhenEmpty(gift: StoredGift, cutoff: Instant): Promise<void> {
  if (!gift.reservations.every(isLeftBehind(cutoff))) return;
  await gifts.changeOne(
    { _id: gift._id, open: true, 'reservations.0': is.absent(), 'returned.0': is.absent(), 'loading.0': is.absent() },
    { open: false },
  );
}
