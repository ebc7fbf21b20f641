import type { GamesContract } from '../../../shared/games/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { quizIdOf } from '../documents';
import { checkContent, newDraft } from '../rules/quiz';
import { store } from '../store';
import { writtenQuiz } from '../written-quiz';

/** The version guards against somebody who was faster; a repeat finds its own change. */
export const writeQuiz: Handler<GamesContract['writeQuiz']> = async (input, { caller, now }) => {
  const { content, version, requestId } = input;
  checkContent(content);
  const _id = input.quizId ?? quizIdOf(requestId);
  const draft = newDraft(_id, content, requestId, personOf(caller).personId);
  if (input.quizId === null && (await store.quizzes.insert(draft))) return writtenQuiz(draft, now);
  const { questions, rewards, ...rest } = content;
  const whole = { ...rest, questions: by.exactly(questions), rewards: by.exactly(rewards), sort: draft.sort };
  const changed =
    input.quizId === null
      ? null
      : await store.quizzes.changeOne(
          { _id, state: 'draft', version },
          { ...whole, version: version + 1, lastRequestId: requestId },
        );
  const quiz = changed ?? (await store.quizzes.read(_id)) ?? refuse('quiz_not_found');
  if (quiz.lastRequestId === requestId) return writtenQuiz(quiz, now);
  return refuse(quiz.state === 'draft' ? 'quiz_changed' : 'quiz_published');
};
