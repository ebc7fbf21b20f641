import { instant, minutesAfter } from '../../../shared/kernel/day';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { unseal } from '../../platform/sealed';
import { repeatableMinutes } from '../../platform/sealed-codes';
import type { Handler } from '../../platform/serve';
import { numberPlace } from '../documents';
import { mayLook } from '../rules/gift-card';
import { store } from '../store';

/** Who looked and when stays with the card; the number is erased a day later. */
export const revealGiftCard: Handler<RecognitionContract['revealGiftCard']> = async (input, { caller, now }) => {
  const { careId: _id, requestId } = input;
  const { personId } = personOf(caller);
  const seen = { numberSeenAt: instant(now), numberSeenBy: requestId };
  const eraseNumberAfter = minutesAfter(now, repeatableMinutes);
  const found = await store.care.read(_id);
  if (found?.personId !== personId || found.state !== 'delivered') return refuse('care_card_not_found');
  mayLook(found, requestId);
  const changed = await store.care.changeOne({ _id, numberSeenAt: null }, { ...seen, eraseNumberAfter });
  const card = changed ?? (await store.care.read(_id)) ?? found;
  mayLook(card, requestId);
  const { numberId, numberSeenAt } = card;
  const number = numberId === null ? null : await store.numbers.read(numberId);
  if (!number?.sealed || numberSeenAt === null) return refuse('gift_card_seen_already');
  return { number: unseal(number.sealed, numberPlace(number._id)), seenAt: numberSeenAt };
};
