import { addDays, instant, momentOn, monthEnd } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { valueSheetOf } from '../../platform/value-sheet';
import { giftCards } from '../care/gift-cards';
import type { StoredCare } from '../documents';
import { store } from '../store';

const cardsAtOnce = 500;
/** So many fit into one answer with room to spare. */
const mostCards = 10_000;

type Drawn = Pick<StoredCare, '_id' | 'personId' | 'name' | 'drawnFen' | 'drawnSort'>;

/** A month runs from its first midnight in Shanghai to the next one's. */
export const exportGiftCardValues: Handler<RecognitionContract['exportGiftCardValues']> = async ({ month }) => {
  const first = `${month}-01`;
  const from = instant(momentOn(first, '00:00'));
  const until = instant(momentOn(addDays(monthEnd(first, 0), 1), '00:00'));
  const kinds = await giftCards();
  const drawn: Drawn[] = [];
  for (const { _id } of kinds) {
    drawn.push(...(await drawnBetween(_id, from, until)));
    if (drawn.length > mostCards) refuse('value_sheet_too_long');
  }
  const worth = drawn.flatMap(({ personId, drawnFen }) => (drawnFen > 0 ? { personId, valueFen: drawnFen } : []));
  const named = new Map(drawn.map(({ personId, name }) => [personId, { personName: name }]));
  return { ...(await valueSheetOf(month, worth, named)), withoutValue: drawn.length - worth.length };
};

/** By the order of 发卡记录, whose every value begins with the moment and is there once. */
async function drawnBetween(giftCardId: string, from: Instant, until: Instant): Promise<Drawn[]> {
  const found: Drawn[] = [];
  for (let after = from; ; ) {
    const some = await store.care.list({
      where: { giftCardId, drawnSort: is.between(after, until) },
      fields: ['personId', 'name', 'drawnFen', 'drawnSort'],
      ...{ sortedBy: 'drawnSort', limit: cardsAtOnce },
    });
    found.push(...some);
    const last = some.at(-1)?.drawnSort;
    if (!last || some.length < cardsAtOnce || found.length > mostCards) return found;
    // Ids have no such sign: nothing stands between.
    after = `${last}~`;
  }
}
