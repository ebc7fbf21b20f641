import type { GamesContract } from '../../../shared/games/contract';
import { instant } from '../../../shared/kernel/day';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { tryIdOf } from '../documents';
import { quizView } from '../rules/quiz';
import { store } from '../store';

export const listQuizzes: Handler<GamesContract['listQuizzes']> = async ({ cursor, limit }, { caller, now }) => {
  const { personId } = personOf(caller);
  const { items, next } = await store.quizzes.page({
    where: { shownSort: is.above('') },
    ...{ sortedBy: 'shownSort', direction: 'desc', cursor, limit },
  });
  const ids = items.map(({ _id }) => tryIdOf(_id, personId));
  const tries = ids.length === 0 ? [] : await store.tries.list({ where: { _id: is.among(ids) }, limit: ids.length });
  const mine = new Map(tries.map((one) => [one.quizId, one]));
  return { items: items.map((quiz) => quizView(quiz, mine.get(quiz._id) ?? null, instant(now))), next };
};
