import type { SuggestionsContract } from '../../../shared/suggestions/contract';
import type { Handler } from '../../platform/serve';
import { withOutcome } from '../rules/suggestion';
import { answerOf, takeStep } from '../take-step';

export const recordOutcome: Handler<SuggestionsContract['recordOutcome']> = (input, context) => {
  const { suggestionId, words, requestId } = input;
  return takeStep({ suggestionId, requestId, step: 'recordOutcome' }, context, ({ answers }) => ({
    answers: withOutcome(answers, answerOf('done', words, requestId, context)),
    owed: ['tellAuthor', 'tellSupporters'],
  }));
};
