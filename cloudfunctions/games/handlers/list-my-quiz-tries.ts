import type { GamesContract } from '../../../shared/games/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const listMyQuizTries: Handler<GamesContract['listMyQuizTries']> = async ({ cursor, limit }, { caller }) => {
  const { items, next } = await store.tries.page({
    where: { personId: personOf(caller).personId },
    ...{ sortedBy: 'sort', direction: 'desc', cursor, limit },
  });
  return { items: items.map(({ _id, title, right, points, at }) => ({ _id, title, right, points, at })), next };
};
