import type { PointsContract } from '../../../shared/points/contract';
import { mostWishes } from '../../../shared/points/wish-calls';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { gifts, wishes } from '../store';

/** A list that others change at the same moment may be met again. */
const tries = 3;

export const wishForGift: Handler<PointsContract['wishForGift']> = async ({ giftId }, { caller }) => {
  const { personId } = personOf(caller);
  const [gift] = await gifts.list({ where: { _id: giftId, onSale: true }, fields: ['name'], limit: 1 });
  if (!gift) return refuse('gift_not_found');
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const wished = await wishes.changeOne(
      { _id: personId, giftIds: is.noneOf([giftId]), [`giftIds.${mostWishes - 1}`]: is.absent() },
      { giftIds: by.appending([giftId]) },
    );
    if (wished) return { wishes: wished.giftIds.length };
    const known = await wishes.read(personId);
    if (known?.giftIds.includes(giftId)) return { wishes: known.giftIds.length };
    if (known && known.giftIds.length >= mostWishes) return refuse('wishes_full', { most: mostWishes });
    if (!known && (await wishes.insert({ _id: personId, giftIds: [giftId] }))) return { wishes: 1 };
  }
  return refuse('points_busy');
};
