import { instant } from '../../../shared/kernel/day';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { keepGiftCard } from '../care/keep-gift-cards';
import { removeFree } from '../care/take-back-numbers';
import { stockView } from '../rules/gift-card';
import { store } from '../store';

/** How many there were is written first, so that a repeat tells the same numbers wherever the first one was killed. */
export const takeBackGiftCardNumbers: Handler<RecognitionContract['takeBackGiftCardNumbers']> = async (
  input,
  { now },
) => {
  const { batchId: _id } = input;
  const at = instant(now);
  const held = await store.numbers.count({ broughtBy: _id });
  const marked = await store.batches.changeOne(
    { _id, takenBackAt: null },
    { takenBackAt: at, held, removingSince: at },
  );
  const batch = marked ?? (await store.batches.read(_id)) ?? refuse('gift_card_batch_not_found');
  if (batch.removingSince !== null) await removeFree(_id);
  const kept = await store.numbers.count({ broughtBy: _id });
  const kind = (await store.giftCards.read(batch.giftCardId)) ?? refuse('gift_card_batch_not_found');
  const giftCard = stockView(kind, await keepGiftCard(kind, now));
  return { giftCard, kept, takenBack: Math.max(batch.held - kept, 0) };
};
