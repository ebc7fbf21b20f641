import type { WrittenQuiz } from '../../shared/games/quiz';
import { instant } from '../../shared/kernel/day';
import type { StoredQuiz } from './documents';
import { writtenView } from './rules/quiz';
import { store } from './store';

/** A quiz as HR sees it, with how many have taken part by now. */
export async function writtenQuiz(quiz: StoredQuiz, now: Date): Promise<WrittenQuiz> {
  const people = quiz.state === 'draft' ? 0 : await store.tries.count({ quizId: quiz._id });
  return writtenView(quiz, people, instant(now));
}
