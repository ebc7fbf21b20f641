import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { deliver } from '../../platform/outbox';
import type { StoredThanks } from '../documents';
import { store } from '../store';
import { tell } from '../tell';
import { givingOf } from './finish-sending';
import { givePoints } from './give-points';

const atOnce = 50;

/** Where a card is read. */
const thanksPage = (cardId: string) => `/packages/recognition/pages/thanks/thanks?id=${cardId}`;

/**
 * What follows once a card's state is decided: a shown card reaches its receivers with its points and what their thanks
 * earn them, a card that was taken down is told to its sender. Safe to repeat; what did not arrive stays pending and
 * the sweep comes again.
 */
export async function finishShowing(card: StoredThanks, now: Date): Promise<StoredThanks> {
  if (card.pendingSince === null) return card;
  const decided = card.state === 'shown' ? await givenCard(card, now) : card;
  if (card.state === 'takenDown') {
    await store.received.changeAll({ cardId: card._id, isShown: true }, { isShown: false });
  }
  if (decided === null) return card;
  if (!(await rewardReceivers(decided, now)) || !(await tellOf(decided, now))) return decided;
  const done = await store.thanks.changeOne(
    { _id: card._id, state: card.state, pendingSince: card.pendingSince },
    { pendingSince: null },
  );
  return done ?? decided;
}

/** A card from the queue gives its points only when HR shows it; by then its sender may have none left. */
async function givenCard(card: StoredThanks, now: Date): Promise<StoredThanks | null> {
  await store.received.changeAll({ cardId: card._id, isShown: false }, { isShown: true });
  if (card.isGiven) return card;
  const given = await givePoints({ ...givingOf(card), at: now.toISOString() }, now);
  if (given === 'later') return null;
  const pointsEach = given === 'given' ? card.pointsEach : 0;
  return store.thanks.changeOne({ _id: card._id, isGiven: false }, { isGiven: true, pointsEach });
}

/** What being thanked earns by HR's rule, besides what the sender gives; true once all of them have it. */
async function rewardReceivers({ _id: factId, state, to, valueName, at }: StoredThanks, now: Date): Promise<boolean> {
  if (state !== 'shown') return true;
  const earned = await Promise.all(
    to.map(({ personId }) => {
      const requestId = `thanked-${factId.replace(/[^A-Za-z0-9-]/g, '-')}`.slice(0, 64);
      const input = { factId, rule: 'thankYouReceived', personId, about: valueName, at, requestId };
      return deliver({ to: 'points', call: 'earn', input }, now);
    }),
  );
  return earned.every(Boolean);
}

function tellOf(card: StoredThanks, now: Date): Promise<boolean> {
  const { _id, from, fromId, to, valueName, pointsEach, state, judgedBy, takenDownReason, at } = card;
  const page = thanksPage(_id);
  if (state === 'shown') {
    const line = pointsEach > 0 ? `${valueName} · 附 ${pointsEach} 积分` : valueName;
    const personIds = to.map(({ personId }) => personId);
    return tell({ factId: _id, personIds, kind: 'care', title: `${from.name}送了你一张感恩卡`, line, page, at }, now);
  }
  if (state === 'inReview') return Promise.resolve(true);
  const line = takenDownReason ?? '内容不合适';
  const factId = `${_id}.${judgedBy}`.slice(0, 64);
  return tell({ factId, personIds: [fromId], kind: 'review', title: '你的感恩卡没有展示', line, page, at }, now);
}

/** Cards whose people were not told, or whose points are still on their way. */
export async function finishShowings(quietSince: Instant, now: Date): Promise<number> {
  const cards = await store.thanks.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(cards, (card) => finishShowing(card, now));
  return cards.length;
}
