import { games } from '../../shared/games/contract';
import { serve } from '../platform/serve';
import { handInQuiz } from './handlers/hand-in-quiz';
import { listMyQuizTries } from './handlers/list-my-quiz-tries';
import { listQuizzes } from './handlers/list-quizzes';
import { listWrittenQuizzes } from './handlers/list-written-quizzes';
import { publishQuiz } from './handlers/publish-quiz';
import { readQuiz } from './handlers/read-quiz';
import { readWrittenQuiz } from './handlers/read-written-quiz';
import { withdrawQuiz } from './handlers/withdraw-quiz';
import { writeQuiz } from './handlers/write-quiz';
import { minute } from './jobs/minute';

const handlers = {
  handInQuiz,
  listMyQuizTries,
  listQuizzes,
  listWrittenQuizzes,
  publishQuiz,
  readQuiz,
  readWrittenQuiz,
  withdrawQuiz,
  writeQuiz,
};

export const main = serve('games', games, handlers, { minute });
