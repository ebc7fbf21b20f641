import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import type { Handler } from '../../platform/serve';
import { answerOf, takeStep } from '../take-step';

/** How many words of HR stay with one suggestion: of several outcomes the latest. */
const mostAnswers = 20;

export const recordOutcome: Handler<SuggestionsContract['recordOutcome']> = (input, context) => {
  const { suggestionId, words, requestId } = input;
  return takeStep({ suggestionId, requestId, step: 'recordOutcome' }, context, ({ answers }) => ({
    answers: [...answers, answerOf('done', words, requestId, context)].slice(-mostAnswers),
    owed: ['tellAuthor', 'tellSupporters'],
  }));
};
