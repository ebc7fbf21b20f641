import type { GamesContract } from '../../../shared/games/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { tryIdOf } from '../documents';
import { judgedTry, openedQuiz, phaseOf } from '../rules/quiz';
import { settleTry } from '../settle-try';
import { store } from '../store';

/** The try's id is quiz and person, so there is one however often somebody taps; what follows stands in the try. */
export const handInQuiz: Handler<GamesContract['handInQuiz']> = async (input, { caller, now }) => {
  const { quizId, picks, requestId } = input;
  const { personId } = personOf(caller);
  const at = instant(now);
  const _id = tryIdOf(quizId, personId);
  const quiz = await store.quizzes.read(quizId);
  if (quiz?.state !== 'published') return refuse('quiz_not_found');
  const isOpen = phaseOf(quiz, at) === 'open';
  const made = isOpen ? judgedTry(quiz, { _id, personId, picks, requestId, at }) : null;
  const isMade = made !== null && (await store.tries.insert(made));
  const mine = isMade ? made : await store.tries.read(_id);
  if (!mine) return refuse('quiz_not_open');
  if (mine.requestId !== requestId) return refuse('quiz_tried_already');
  await settleTry(mine, now);
  return openedQuiz(quiz, mine, at);
};
