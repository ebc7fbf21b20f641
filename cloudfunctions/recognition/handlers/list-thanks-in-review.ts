import type { RecognitionContract } from '../../../shared/recognition/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { thanksView } from '../rules/send-thanks';
import { store } from '../store';

/** The oldest first: somebody waits for it. */
export const listThanksInReview: Handler<RecognitionContract['listThanksInReview']> = async (
  { cursor, limit },
  { caller },
) => {
  const { personId } = personOf(caller);
  const where = { state: 'inReview' };
  const { items, next } = await store.thanks.page({ where, sortedBy: 'sort', direction: 'asc', cursor, limit });
  return { items: items.map((card) => thanksView(card, personId)), next };
};
