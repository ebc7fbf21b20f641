import type { RecognitionContract } from '../../../shared/recognition/contract';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const listGiftCardBatches: Handler<RecognitionContract['listGiftCardBatches']> = async (input) => {
  const { giftCardId, cursor, limit } = input;
  const { items, next } = await store.batches.page({
    where: { giftCardId },
    ...{ sortedBy: 'sort', direction: 'desc', cursor, limit },
  });
  const rows = items.map(({ _id, at, byName, typed, takenBackAt }) => ({ _id, at, byName, typed, takenBackAt }));
  return { items: rows, next };
};
