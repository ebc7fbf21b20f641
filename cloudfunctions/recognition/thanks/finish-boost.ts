import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import type { StoredBoost, StoredThanks } from '../documents';
import { store } from '../store';
import { type FinalNo, givePoints } from './give-points';

const atOnce = 50;

/**
 * The points of a boost reach the card's receivers, then the card counts it: by the person's name in a list, so that
 * counting twice is counting once. After a final no the boost never was.
 */
export async function finishBoost(
  boost: StoredBoost,
  card: StoredThanks,
  now: Date,
): Promise<StoredThanks | FinalNo | 'later'> {
  const { _id: key, personId, pointsEach } = boost;
  const toPersonIds = card.to.map((receiver) => receiver.personId);
  const at = boost.pendingSince ?? now.toISOString();
  const given = await givePoints({ key, fromPersonId: personId, toPersonIds, points: pointsEach, at }, now);
  if (given === 'later') return given;
  if (given !== 'given') {
    await store.boosts.removeAll({ _id: key });
    return given;
  }
  const counted = await store.thanks.changeOne(
    { _id: card._id, boosters: is.not(personId) },
    { boosters: by.appending([personId]), boostPointsEach: by.adding(pointsEach) },
  );
  await store.boosts.changeOne({ _id: key }, { pendingSince: null });
  return counted ?? card;
}

/** The boosts of people who were cut off. */
export async function finishBoosts(quietSince: Instant, now: Date): Promise<number> {
  const boosts = await store.boosts.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(boosts, async (boost) => {
    const card = await store.thanks.read(boost.cardId);
    if (card) await finishBoost(boost, card, now);
  });
  return boosts.length;
}
