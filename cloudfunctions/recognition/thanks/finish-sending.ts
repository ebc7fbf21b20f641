import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { ReceivedThanks, StoredThanks, ThanksMonth } from '../documents';
import { monthWithout } from '../rules/send-thanks';
import { store } from '../store';
import { finishShowing } from './finish-showing';
import { type FinalNo, givePoints } from './give-points';

const atOnce = 20;

export const givingOf = ({ _id: key, fromId: fromPersonId, to, pointsEach: points, at }: StoredThanks) => ({
  ...{ key, fromPersonId, points, at },
  toPersonIds: to.map(({ personId }) => personId),
});

/**
 * Sends the card that a month carries: points first, because they may be refused, then the card. Safe to repeat, and to
 * run twice at once. After a final no the month is as before; after `later` the card stays on its way.
 */
export async function finishSending(month: ThanksMonth, now: Date): Promise<StoredThanks | FinalNo | 'later'> {
  if (month.pending === null) throw new Error('nothing is on its way');
  const { card, received } = month.pending;
  const isDue = card.state === 'shown' && !card.isGiven;
  const given = isDue ? await givePoints(givingOf(card), now) : 'given';
  if (given === 'later') return given;
  if (given !== 'given') {
    const { _id, sent, version } = monthWithout(month);
    await store.months.changeOne(
      { _id, version: month.version },
      { sent: by.exactly(sent), version, pending: null, pendingSince: null },
    );
    return given;
  }
  const sentCard = { ...card, isGiven: card.isGiven || isDue };
  await writeCopies(received);
  await store.thanks.insert(sentCard);
  await store.months.changeOne({ _id: month._id, 'pending.card._id': card._id }, { pending: null, pendingSince: null });
  return finishShowing(sentCard, now);
}

/** After a kill some of the copies may be there already. */
async function writeCopies(received: readonly ReceivedThanks[]): Promise<void> {
  if (await store.received.insertMany(received)) return;
  await Promise.all(received.map((copy) => store.received.insert(copy)));
}

/** The cards of people who were cut off while sending. */
export async function finishSendings(quietSince: Instant, now: Date): Promise<number> {
  const months = await store.months.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(months, (month) => finishSending(month, now));
  return months.length;
}
