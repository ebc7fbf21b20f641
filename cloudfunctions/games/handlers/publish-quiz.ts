import type { GamesContract } from '../../../shared/games/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { publication } from '../rules/quiz';
import { store } from '../store';
import { writtenQuiz } from '../written-quiz';

/** Tasks and count follow by the timer: what they need stands in the quiz with the same stroke. */
export const publishQuiz: Handler<GamesContract['publishQuiz']> = async ({ quizId, version, requestId }, { now }) => {
  const found = (await store.quizzes.read(quizId)) ?? refuse('quiz_not_found');
  if (found.lastRequestId === requestId) return writtenQuiz(found, now);
  if (found.state !== 'draft') return refuse('quiz_published');
  const { count, ...change } = publication(found, instant(now));
  const published = await store.quizzes.changeOne(
    { _id: quizId, state: 'draft', version },
    { ...change, count: by.exactly(count), lastRequestId: requestId },
  );
  return published ? writtenQuiz(published, now) : refuse('quiz_changed');
};
