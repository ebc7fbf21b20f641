import { instant } from '../../../shared/kernel/day';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { giftCardView, saysTheSame } from '../rules/gift-card';
import { store } from '../store';

/** Another `lowAt` may make the stock low or enough, so it is looked at again. A repeat finds its own change. */
export const changeGiftCard: Handler<RecognitionContract['changeGiftCard']> = async (input, { now }) => {
  const { giftCardId: _id, version, requestId, ...terms } = input;
  const moved = { checkSince: instant(now), checks: by.adding(1) };
  const changed = await store.giftCards.changeOne({ _id, version }, { ...terms, version: version + 1, ...moved });
  const stands = changed ?? (await store.giftCards.read(_id));
  if (!stands) return refuse('gift_card_not_found');
  const isMine = stands.version === version + 1 && saysTheSame(stands, terms);
  return isMine ? giftCardView(stands) : refuse('gift_card_changed');
};
