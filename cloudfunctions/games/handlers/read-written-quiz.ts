import type { GamesContract } from '../../../shared/games/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { store } from '../store';
import { writtenQuiz } from '../written-quiz';

export const readWrittenQuiz: Handler<GamesContract['readWrittenQuiz']> = async ({ quizId }, { now }) => {
  const quiz = await store.quizzes.read(quizId);
  return quiz ? writtenQuiz(quiz, now) : refuse('quiz_not_found');
};
