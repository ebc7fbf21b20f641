import type { GamesContract } from '../../../shared/games/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { tryIdOf } from '../documents';
import { openedQuiz } from '../rules/quiz';
import { store } from '../store';

export const readQuiz: Handler<GamesContract['readQuiz']> = async ({ quizId }, { caller, now }) => {
  const [quiz, mine] = await Promise.all([
    store.quizzes.read(quizId),
    store.tries.read(tryIdOf(quizId, personOf(caller).personId)),
  ]);
  return quiz?.state === 'published' ? openedQuiz(quiz, mine, instant(now)) : refuse('quiz_not_found');
};
