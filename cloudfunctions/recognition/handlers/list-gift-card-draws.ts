import type { RecognitionContract } from '../../../shared/recognition/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { drawnAtOf } from '../rules/gift-card';
import { store } from '../store';

/** What finance and HR account by: who got one for what, and whether it was looked at. */
export const listGiftCardDraws: Handler<RecognitionContract['listGiftCardDraws']> = async (input) => {
  const { giftCardId, cursor, limit } = input;
  const { items, next } = await store.care.page({
    where: { giftCardId, drawnSort: is.above('') },
    fields: ['name', 'occasion', 'drawnSort', 'numberSeenAt'],
    ...{ sortedBy: 'drawnSort', direction: 'desc', cursor, limit },
  });
  const rows = items.map(({ _id, name, occasion, drawnSort, numberSeenAt }) => ({
    ...{ _id, name, occasion, drawnAt: drawnAtOf(drawnSort ?? ''), seenAt: numberSeenAt },
  }));
  return { items: rows, next };
};
