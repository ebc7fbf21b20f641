import type { GamesContract } from '../../../shared/games/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { store } from '../store';
import { writtenQuiz } from '../written-quiz';

/** Its tasks are taken off by the timer, from everybody who may have one. A repeat finds it withdrawn. */
export const withdrawQuiz: Handler<GamesContract['withdrawQuiz']> = async ({ quizId, requestId }, { now }) => {
  const withdrawn = await store.quizzes.changeOne(
    { _id: quizId, state: is.not('withdrawn') },
    {
      ...{ state: 'withdrawn', shownSort: null, countSince: null, count: null, lastRequestId: requestId },
      ...{ announceSince: instant(now), announceCursor: null },
    },
  );
  const quiz = withdrawn ?? (await store.quizzes.read(quizId));
  return quiz ? writtenQuiz(quiz, now) : refuse('quiz_not_found');
};
