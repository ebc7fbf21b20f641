import type { ExitContract } from '../../../shared/exit/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { wholeCompany } from '../documents';
import { supposedReason } from '../rules/first-reasons';
import { store } from '../store';

export const listReasonWords: Handler<ExitContract['listReasonWords']> = async ({ cursor, limit }) => {
  const [{ items, next }, board] = await Promise.all([
    store.reasonWords.page({ where: { _id: is.above('') }, sortedBy: '_id', direction: 'asc', cursor, limit }),
    store.boards.read(wholeCompany),
  ]);
  const frequent = new Set(board?.frequentWords ?? []);
  return {
    items: items.map(({ _id, words, reasonId }) => ({
      ...{ _id, words, reasonId, supposedId: supposedReason(words), isFrequent: frequent.has(_id) },
    })),
    next,
  };
};
