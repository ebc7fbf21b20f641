import type { GamesContract } from '../../../shared/games/contract';
import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { writtenView } from '../rules/quiz';
import { store } from '../store';

export const listWrittenQuizzes: Handler<GamesContract['listWrittenQuizzes']> = async ({ cursor, limit }, { now }) => {
  const { items, next } = await store.quizzes.page({
    where: { sort: is.above('') },
    ...{ sortedBy: 'sort', direction: 'desc', cursor, limit },
  });
  const rows = items.map((quiz) => {
    const { questions, people, ...row } = writtenView(quiz, 0, instant(now));
    return row;
  });
  return { items: rows, next };
};
