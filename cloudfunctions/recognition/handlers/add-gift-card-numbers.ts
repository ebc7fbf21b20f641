import { instant } from '../../../shared/kernel/day';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import { seal } from '../../platform/sealed';
import { bringInCodes, sealedCodeId } from '../../platform/sealed-codes';
import type { Handler } from '../../platform/serve';
import { markForCheck } from '../care/draw-gift-card';
import { keepGiftCard, type Stock, stockOf } from '../care/keep-gift-cards';
import { giftCardBatchIdOf, numberPlace, type StoredGiftCardNumber } from '../documents';
import { newBatch, stockView } from '../rules/gift-card';
import { store } from '../store';

/**
 * The kind is marked before numbers come in: what a kill leaves of drawing for those who wait, the sweep does. A repeat
 * finds every number there and changes nothing.
 */
export const addGiftCardNumbers: Handler<RecognitionContract['addGiftCardNumbers']> = async (
  input,
  { caller, now },
) => {
  const { giftCardId, numbers, requestId } = input;
  const kind = (await store.giftCards.read(giftCardId)) ?? refuse('gift_card_not_found');
  const wanted = new Map(numbers.map((text) => [sealedCodeId('giftCard', giftCardId, text), text]));
  const known = await broughtIn([...wanted.keys()]);
  const batchId = giftCardBatchIdOf(giftCardId, requestId);
  const answer = (stock: Stock, there: readonly Pick<StoredGiftCardNumber, 'broughtBy'>[]) => {
    const added = there.filter(({ broughtBy }) => broughtBy === batchId).length;
    return { giftCard: stockView(kind, stock), added, known: numbers.length - added };
  };
  if (known.length === wanted.size) return answer(await stockOf(giftCardId), known);
  const { personId: byId, name: byName } = personOf(caller);
  const batch = newBatch({ _id: batchId, giftCardId, byId, byName, typed: numbers.length }, instant(now));
  if (!(await store.batches.insert(batch))) {
    const stands = await store.batches.read(batchId);
    if (stands?.takenBackAt != null) refuse('gift_card_batch_taken_back');
  }
  const marked = (await markForCheck(giftCardId, now)) ?? kind;
  const free = { giftCardId, careId: null, valueFen: kind.valueFen, broughtBy: batchId };
  await bringInCodes(store.numbers, wanted, (_id, text) => ({ _id, ...free, sealed: seal(text, numberPlace(_id)) }));
  return answer(await keepGiftCard(marked, now), await broughtIn([...wanted.keys()]));
};

/** Which of these numbers are there, and by which request. */
const broughtIn = (ids: readonly string[]) =>
  store.numbers.list({ where: { _id: is.among(ids) }, fields: ['broughtBy'], limit: ids.length });
