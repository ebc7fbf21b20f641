import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import { seal } from '../../platform/sealed';
import { bringInCodes, sealedCodeId } from '../../platform/sealed-codes';
import type { Handler } from '../../platform/serve';
import { markForCheck } from '../care/draw-gift-card';
import { keepGiftCard } from '../care/keep-gift-cards';
import { numberPlace } from '../documents';
import { stockView } from '../rules/gift-card';
import { store } from '../store';

/** The kind is marked first: what a kill leaves of drawing for those who wait, the sweep does. */
export const addGiftCardNumbers: Handler<RecognitionContract['addGiftCardNumbers']> = async (input, { now }) => {
  const { giftCardId, numbers, requestId } = input;
  const kind = (await markForCheck(giftCardId, now)) ?? refuse('gift_card_not_found');
  const wanted = new Map(numbers.map((text) => [sealedCodeId('giftCard', giftCardId, text), text]));
  const free = { giftCardId, careId: null, broughtBy: requestId };
  await bringInCodes(store.numbers, wanted, (_id, text) => ({ _id, ...free, sealed: seal(text, numberPlace(_id)) }));
  const where = { _id: is.among([...wanted.keys()]) };
  const there = await store.numbers.list({ where, fields: ['broughtBy'], limit: wanted.size });
  const added = there.filter(({ broughtBy }) => broughtBy === requestId).length;
  return { giftCard: stockView(kind, await keepGiftCard(kind, now)), added, known: numbers.length - added };
};
