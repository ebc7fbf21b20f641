import { collection } from '../platform/db';
import type { StoredQuiz, StoredTry } from './documents';

/** The collections of games; their indexes are declared in function.json. */
export const store = {
  quizzes: collection<StoredQuiz>('festivalQuizzes'),
  tries: collection<StoredTry>('quizTries'),
};
