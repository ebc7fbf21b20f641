import { instant } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import { codeInView, codesInView } from '../../platform/sealed-codes';
import type { StoredCare, StoredGiftCard } from '../documents';
import { drawing } from '../rules/gift-card';
import { store } from '../store';
import { tell } from '../tell';

/** How often somebody else may take the same number first. */
const tries = 20;

export const carePage = (careId: string) => `/packages/recognition/pages/care-card/care-card?id=${careId}`;

/**
 * One number for a care card. The card names the number before the number is taken, and a number that is taken is never
 * given back: whatever is killed in between, one card ends with one number. False when the stock is empty; the card
 * then goes on being owed one.
 */
export async function drawNumber(card: StoredCare, now: Date): Promise<boolean> {
  const { _id, owedCardId: giftCardId } = card;
  if (!giftCardId) return true;
  let numberId = card.numberId;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const claimed = numberId === null ? null : await claim(numberId, _id);
    if (claimed) {
      // Who is told of the card only now hears that the number has come; the others read of it with the card.
      if (card.pendingSince === null && !(await tellOfNumber(card, now))) return false;
      await store.care.changeOne({ _id, owedCardId: giftCardId }, drawing(card, claimed.valueFen, instant(now)));
      return true;
    }
    const other = codeInView(await freeNumbers(giftCardId), _id, attempt);
    const named = await store.care.changeOne({ _id, owedCardId: giftCardId, numberId }, { numberId: other });
    const current = named ?? (await store.care.read(_id));
    if (!current?.owedCardId) return true;
    if (current.numberId === null) return false;
    numberId = current.numberId;
  }
  return false;
}

const claim = (numberId: string, careId: string) =>
  store.numbers.changeOne({ _id: numberId, careId: is.among([null, careId]) }, { careId });

async function freeNumbers(giftCardId: string): Promise<string[]> {
  const where = { giftCardId, careId: null };
  const free = await store.numbers.list({ where, fields: ['_id'], sortedBy: '_id', limit: codesInView });
  return free.map(({ _id }) => _id);
}

const tellOfNumber = ({ _id, personId, words }: StoredCare, now: Date) => {
  const notice = {
    factId: `${_id}.giftCard`,
    kind: 'care',
    title: '你的礼品卡到了',
    line: words.slice(0, 120),
  } as const;
  return tell({ ...notice, personIds: [personId], page: carePage(_id), at: instant(now) }, now);
};

/** Has stock and owed cards of a kind looked at. */
export const markForCheck = (giftCardId: string, now: Date): Promise<StoredGiftCard | null> =>
  store.giftCards.changeOne({ _id: giftCardId }, { checkSince: instant(now), checks: by.adding(1) });
